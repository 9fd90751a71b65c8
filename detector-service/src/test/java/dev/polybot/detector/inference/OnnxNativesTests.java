package dev.polybot.detector.inference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

class OnnxNativesTests {

    private static final FileTime LONG_AGO = FileTime.from(Instant.parse("2020-01-01T00:00:00Z"));

    @TempDir Path folder;

    @Test
    void librariesAreUnpackedOnceAndFoundByTheNextProcess() throws IOException {
        Path place = unpacked();
        Path library = place.resolve(System.mapLibraryName("onnxruntime"));
        Files.setLastModifiedTime(library, LONG_AGO);

        assertThat(unpacked()).isEqualTo(place);
        assertThat(Files.getLastModifiedTime(library)).isEqualTo(LONG_AGO);
        assertThat(names(place))
                .containsExactlyInAnyOrder(
                        System.mapLibraryName("onnxruntime"),
                        System.mapLibraryName("onnxruntime4j_jni"));
    }

    @Test
    void aLibraryThatWasCutOffIsReplaced() throws IOException {
        Path library = unpacked().resolve(System.mapLibraryName("onnxruntime"));
        long whole = Files.size(library);
        Files.write(library, new byte[100]);

        unpacked();

        assertThat(Files.size(library)).isEqualTo(whole);
    }

    @Test
    void aFolderThatCannotBeWrittenIsToldToTheCaller() throws IOException {
        Path file = Files.createFile(folder.resolve("a-file"));

        assertThatThrownBy(() -> new OnnxNatives(file).unpacked()).isInstanceOf(IOException.class);
    }

    @Test
    void aProcessThatIsKilledLeavesNothingInTheTemporaryFolder() throws Exception {
        Path temporary = Files.createDirectory(folder.resolve("tmp"));
        Process process =
                new ProcessBuilder(
                                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                                "--enable-native-access=ALL-UNNAMED",
                                "-Djava.io.tmpdir=" + temporary,
                                "-Duser.home=" + folder,
                                "-cp",
                                System.getProperty("java.class.path"),
                                Sleeper.class.getName())
                        .redirectErrorStream(true)
                        .start();
        try (var said = process.inputReader()) {
            assertThat(said.lines().anyMatch("loaded"::equals)).isTrue();
            process.destroyForcibly().waitFor();
        }

        assertThat(names(temporary)).noneMatch(name -> name.startsWith("onnxruntime"));
    }

    /** Loads ONNX Runtime and waits to be killed. */
    static final class Sleeper {

        public static void main(String[] args) throws InterruptedException {
            Objects.requireNonNull(OnnxNatives.inHome().environment());
            System.out.println("loaded");
            Thread.currentThread().join();
        }
    }

    @ParameterizedTest
    @CsvSource({
        "Linux, amd64, linux-x64",
        "Linux, aarch64, linux-aarch64",
        "Mac OS X, aarch64, osx-aarch64",
        "Windows 11, amd64, win-x64"
    })
    void platformsAreNamedAsOnnxRuntimeNamesThem(String system, String processor, String name) {
        assertThat(OnnxNatives.platform(system, processor)).isEqualTo(name);
    }

    private Path unpacked() throws IOException {
        return Objects.requireNonNull(new OnnxNatives(folder.resolve("natives")).unpacked());
    }

    private static List<String> names(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> String.valueOf(file.getFileName())).toList();
        }
    }
}
