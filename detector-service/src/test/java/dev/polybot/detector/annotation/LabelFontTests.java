package dev.polybot.detector.annotation;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

class LabelFontTests {

    @TempDir private Path folder;

    @Test
    void isKeptInOneFileHoweverManyProcessesUseItAndLeavesNoneOfItsOwn() throws IOException {
        List<Path> before = fontsOfJava();

        LabelFont first = new LabelFont(folder);
        LabelFont second = new LabelFont(folder);

        assertThat(second.ofSize(20)).isEqualTo(first.ofSize(20));
        assertThat(second.ofSize(20).getFontName()).isEqualTo("DejaVu Sans Bold");
        assertThat(fontsOfJava()).isEqualTo(before);
        try (Stream<Path> kept = Files.list(folder)) {
            assertThat(kept).hasSize(1);
        }
    }

    @Test
    void aFileThatWasCutOffIsReplaced() throws IOException {
        Files.write(folder.resolve("DejaVuSans-Bold.ttf"), new byte[100]);

        assertThat(new LabelFont(folder).ofSize(20).getFontName()).isEqualTo("DejaVu Sans Bold");
    }

    @Test
    void whereNoFileCanBeKeptTheLabelsHaveTheirFontAllTheSame() throws IOException {
        Path file = Files.createFile(folder.resolve("no-folder"));

        assertThat(new LabelFont(file).ofSize(20).getFontName()).isEqualTo("DejaVu Sans Bold");
    }

    /** What Java writes where it is given a font as bytes, and leaves there when it is killed. */
    private static List<Path> fontsOfJava() throws IOException {
        try (Stream<Path> files = Files.list(Path.of(System.getProperty("java.io.tmpdir")))) {
            return files.filter(file -> file.getFileName().toString().startsWith("+~JF"))
                    .sorted()
                    .toList();
        }
    }
}
