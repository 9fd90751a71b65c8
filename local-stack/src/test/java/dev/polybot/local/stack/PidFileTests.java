package dev.polybot.local.stack;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

class PidFileTests {

    private static final URI PAGE = URI.create("http://127.0.0.1:8080");

    private static final URI REST = URI.create("http://127.0.0.1:8090");

    private static final URI LIVE = URI.create("http://127.0.0.1:8070");

    private static final URI DETECTOR = URI.create("http://127.0.0.1:8091");

    private static final NamedModel MODEL = new NamedModel("yolov5s");

    @TempDir private Path home;

    @Test
    void aRunningStackIsFound() throws IOException {
        PidFile.write(home, MODEL, PAGE, REST, LIVE, List.of(DETECTOR));

        PidFile file = PidFile.find(home).orElseThrow();

        assertThat(file.model()).isEqualTo(MODEL);
        assertThat(file.page()).isEqualTo(PAGE);
        assertThat(file.rest()).isEqualTo(REST);
        assertThat(file.live()).isEqualTo(LIVE);
        assertThat(file.detectors()).containsExactly(DETECTOR);
        assertThat(file.process()).contains(ProcessHandle.current());
    }

    @Test
    void aProcessThatGotThePidLaterIsNotTakenForIt() throws IOException {
        long pid = ProcessHandle.current().pid();
        Files.writeString(
                home.resolve("running.json"),
                "{\"pid\":" + pid + ",\"startedMillis\":1000,\"page\":\"http://127.0.0.1:8080\"}");

        assertThat(PidFile.find(home)).isEmpty();
    }

    @Test
    void aCopiedFolderDoesNotClaimTheOthersStack(@TempDir Path copy) throws IOException {
        PidFile.write(home, MODEL, PAGE, REST, LIVE, List.of(DETECTOR));
        Files.copy(home.resolve("running.json"), copy.resolve("running.json"));

        assertThat(PidFile.find(copy)).isEmpty();
        assertThat(PidFile.find(home)).isPresent();
    }

    @Test
    void aDamagedNoteIsNone() throws IOException {
        Files.writeString(home.resolve("running.json"), "{\"pid\":");

        assertThat(PidFile.find(home)).isEmpty();
    }

    @Test
    void noNoteNoStack() throws IOException {
        PidFile.write(home, MODEL, null, null, null, List.of());
        PidFile.remove(home);

        assertThat(PidFile.find(home)).isEmpty();
    }
}
