package dev.polybot.local.stack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
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

    /** Somebody else may look; whom the file system forbids nothing, such as root, learns nothing here. */
    @Test
    void lookingWhoHasAFolderWritesNothing() throws IOException {
        Path file = Files.writeString(home.resolve("lock"), "1");
        assumeThat(file.toFile().setReadOnly() && !Files.isWritable(file)).isTrue();

        assertThat(FolderLock.holder(home)).isEmpty();
    }

    @Test
    void aFolderThatSomebodyHasIsRefusedWithWhatToDo() throws IOException {
        FolderLock.requireFree(home);
        try (FolderLock held = FolderLock.take(home)) {
            assertThat(held).isNotNull();
            assertThatThrownBy(() -> FolderLock.requireFree(home))
                    .isInstanceOfSatisfying(
                            StackFailure.class,
                            refused -> assertThat(refused.hint()).contains("`./polybot down`"))
                    .hasMessage("Another Polybot is starting or working in " + home + ".");
        }
    }

    @Test
    void aFolderThatCannotBeWrittenIsToldWithTheReasonAndTheWayOut() throws IOException {
        Files.createDirectory(home.resolve("lock"));
        StackOptions options = StackOptions.in(new Installation(home), home);

        assertThatThrownBy(() -> LocalStack.start(options, StackListener.SILENT))
                .isInstanceOfSatisfying(
                        StackFailure.class,
                        refused -> assertThat(refused.hint()).contains("--data"))
                .hasMessageContaining(home.resolve("lock") + " cannot be written or read: ")
                .hasMessageContaining("The system could not be started. ");
    }
}
