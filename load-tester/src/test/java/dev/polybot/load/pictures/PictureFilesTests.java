package dev.polybot.load.pictures;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

class PictureFilesTests {

    @TempDir private Path folder;

    @Test
    void aFolderGivesItsPicturesByName() throws IOException {
        write("b.JPG");
        write("a.png");
        write("notes.txt");
        Files.createDirectory(folder.resolve("c.jpg"));

        assertThat(PictureFiles.in(List.of(folder)))
                .extracting(PictureFile::name)
                .containsExactly("a.png", "b.JPG");
    }

    @Test
    void aFileIsTakenWhateverItIsCalledAndHolds() throws IOException {
        assertThat(PictureFiles.in(List.of(write("anything.txt")))).hasSize(1);
    }

    @Test
    void whatCannotBeSentIsRefused() throws IOException {
        assertThatThrownBy(() -> PictureFiles.in(List.of(folder)))
                .hasMessageContaining("no picture");
        assertThatThrownBy(() -> PictureFiles.in(List.of(folder.resolve("x.jpg"))))
                .hasMessageContaining("no file");
        Path huge = folder.resolve("huge.jpg");
        try (RandomAccessFile file = new RandomAccessFile(huge.toFile(), "rw")) {
            file.setLength(51L * 1024 * 1024);
        }
        assertThatThrownBy(() -> PictureFiles.in(List.of(huge))).hasMessageContaining("50 MB");
        Path one = write("one.jpg");
        assertThatThrownBy(() -> PictureFiles.in(List.of(one, one)))
                .hasMessageContaining("Two pictures");
    }

    @Test
    void everyPictureComesEquallyOftenInAnOrderThatTheSeedDecides() {
        List<PictureFile> pictures =
                List.of("a", "b", "c", "d", "e").stream()
                        .map(name -> new PictureFile(name, Path.of(name), 1))
                        .toList();

        List<String> order = order(pictures, 7);

        assertThat(order).isEqualTo(order(pictures, 7)).isNotEqualTo(order(pictures, 8));
        for (PictureFile picture : pictures) {
            assertThat(order.stream().filter(picture.name()::equals)).hasSize(4);
        }
    }

    private static List<String> order(List<PictureFile> pictures, long seed) {
        PictureOrder order = new PictureOrder(pictures, seed);
        List<String> names = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            names.add(order.next().name());
        }
        return names;
    }

    private Path write(String name) throws IOException {
        return Files.write(folder.resolve(name), new byte[] {1});
    }
}
