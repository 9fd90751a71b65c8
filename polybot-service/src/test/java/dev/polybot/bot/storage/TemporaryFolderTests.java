package dev.polybot.bot.storage;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

class TemporaryFolderTests {

    @TempDir Path root;

    @Test
    void picturesThatAKilledProcessHasLeftAreRemovedByTheNext() throws IOException {
        Path left = Files.createDirectory(root.resolve("process-1"));
        Files.createFile(left.resolve("lock"));
        Files.createFile(left.resolve("stranger.picture"));

        try (TemporaryFolder folder = TemporaryFolder.in(root)) {
            assertThat(left).doesNotExist();
            assertThat(folder.path()).isDirectory();
        }
    }

    @Test
    void picturesOfALivingProcessStay() throws IOException {
        try (TemporaryFolder first = TemporaryFolder.in(root)) {
            Path picture = Files.createFile(first.path().resolve("stranger.picture"));

            try (TemporaryFolder second = TemporaryFolder.in(root)) {
                assertThat(picture).exists();
                assertThat(second.path()).isNotEqualTo(first.path());
            }
        }
    }

    @Test
    void nothingIsLeftOfAProcessThatEnds() throws IOException {
        Path path;
        try (TemporaryFolder folder = TemporaryFolder.in(root)) {
            path = folder.path();
            Files.createFile(path.resolve("stranger.picture"));
        }

        assertThat(path).doesNotExist();
    }

    @Test
    void nobodyElseMayLookIntoAFolder() throws IOException {
        try (TemporaryFolder folder = TemporaryFolder.in(root)) {
            assertThat(Files.getPosixFilePermissions(folder.path()))
                    .extracting(Enum::name)
                    .allMatch(permission -> permission.startsWith("OWNER"));
        }
    }
}
