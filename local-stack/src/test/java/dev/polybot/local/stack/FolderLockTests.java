package dev.polybot.local.stack;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Objects;

class FolderLockTests {

    @TempDir Path home;

    @Test
    void oneAtATimeHasAFolderAndItIsKnownWho() throws IOException {
        assertThat(FolderLock.holder(home)).isEmpty();
        try (FolderLock held = FolderLock.take(home)) {
            assertThat(held).isNotNull();
            assertThat(FolderLock.take(home)).isNull();
            assertThat(FolderLock.holder(home)).contains(ProcessHandle.current());
        }
        assertThat(FolderLock.holder(home)).isEmpty();
        Objects.requireNonNull(FolderLock.take(home)).close();
    }
}
