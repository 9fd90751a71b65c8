package dev.polybot.local.stack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import static java.nio.charset.StandardCharsets.UTF_8;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** A program is unpacked once for each content of its jar. */
class UnpackedJarTests {

    @TempDir private Path folder;

    @Test
    void aJarOfAnotherContentIsNotTakenForTheOneThatLiesThere() throws IOException {
        Path jar = folder.resolve("program.jar");
        write(jar, "one");
        UnpackedJar unpacked = new UnpackedJar(jar, folder.resolve("unpacked"));
        Path there =
                Files.createDirectories(folder.resolve("unpacked").resolve(unpacked.identity()));
        assertThat(unpacked.path()).isEqualTo(there.resolve("program.jar"));

        write(jar, "two");

        assertThatThrownBy(unpacked::path)
                .isInstanceOf(StackFailure.class)
                .hasMessageContaining("program.jar cannot be unpacked");
        assertThat(there).doesNotExist();
    }

    @Test
    void whatIsNoJarIsNamed() throws IOException {
        Path jar = Files.writeString(folder.resolve("program.jar"), "no jar");

        assertThatThrownBy(() -> new UnpackedJar(jar, folder.resolve("unpacked")).path())
                .isInstanceOf(StackFailure.class)
                .hasMessageContaining("program.jar");
    }

    /** Of one size and one time, as builds that can be repeated make them. */
    private static void write(Path jar, String content) throws IOException {
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(jar))) {
            ZipEntry entry = new ZipEntry("content");
            entry.setTime(0);
            zip.putNextEntry(entry);
            zip.write(content.getBytes(UTF_8));
        }
    }
}
