package dev.polybot.local.predict;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import static java.nio.charset.StandardCharsets.UTF_8;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.SequenceInputStream;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

class NewFilesTests {

    @TempDir private Path folder;

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void whatBreaksOffLeavesNoFileAndTakesNoName(boolean force) throws Exception {
        NewFiles files = new NewFiles(folder, force);

        assertThatThrownBy(() -> files.save("dog.jpg", breakingOff())).hasMessage("broken off");
        assertThat(folder).isEmptyDirectory();

        assertThat(files.save("dog.jpg", content("whole"))).isEqualTo(folder.resolve("dog.jpg"));
        assertThat(folder.resolve("dog.jpg")).hasContent("whole");
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void whatWasThereOutlivesWhatBreaksOff(boolean force) throws Exception {
        Path mine = Files.writeString(folder.resolve("dog.jpg"), "mine");

        assertThatThrownBy(() -> new NewFiles(folder, force).save("dog.jpg", breakingOff()))
                .hasMessage("broken off");

        assertThat(folder).isDirectoryNotContaining(file -> !file.equals(mine));
        assertThat(mine).hasContent("mine");
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void whatIsSavedNeverTakesThePlaceOfWhatWasSavedJustBefore(boolean force) throws Exception {
        for (String photo : List.of("first", "second")) {
            new NewFiles(folder, force).save("dog.jpg", content(photo));
        }
        NewFiles files = new NewFiles(folder, force);

        Path one = files.save("dog.jpg", content("one"));
        Path other = files.save("dog.jpg", content("other"));

        assertThat(one).hasContent("one");
        assertThat(other).hasContent("other");
        assertThat(folder.resolve("dog.jpg")).hasContent(force ? "one" : "first");
    }

    /** A stream that breaks off has no such place. */
    @Test
    void whatHasNoRoomIsToldWithItsPlace() {
        OutputStream full =
                new OutputStream() {
                    @Override
                    public void write(int one) throws IOException {
                        throw new IOException("No space left on device");
                    }
                };

        assertThatThrownBy(() -> NewFiles.copy(content("boxes"), full, folder.resolve("dog.jpg")))
                .isInstanceOf(FileSystemException.class)
                .hasMessage(folder.resolve("dog.jpg") + ": No space left on device");
    }

    private static InputStream content(String text) {
        return new ByteArrayInputStream(text.getBytes(UTF_8));
    }

    private static InputStream breakingOff() {
        return new SequenceInputStream(
                content("half"),
                new InputStream() {
                    @Override
                    public int read() throws IOException {
                        throw new IOException("broken off");
                    }
                });
    }
}
