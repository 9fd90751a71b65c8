package dev.polybot.detector.tool;

import static org.assertj.core.api.Assertions.assertThat;

import dev.polybot.detector.DetectorApplication;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Files;
import java.nio.file.Path;

/** The tool as people run it, in a process of its own. */
class ToolOutputTests {

    @TempDir private Path folder;

    @Test
    void librariesSayNothingOnTheTerminal() throws Exception {
        Path images = Files.createDirectories(folder.resolve("images"));
        Path labels = Files.createDirectories(folder.resolve("labels"));
        Files.copy(Path.of("../docs/samples/coffee.jpg"), images.resolve("coffee.jpg"));
        Files.writeString(labels.resolve("coffee.txt"), "41 0.5 0.5 0.2 0.2\n");
        ProcessBuilder tool =
                new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "--enable-native-access=ALL-UNNAMED",
                        "--sun-misc-unsafe-memory-access=allow",
                        "-cp",
                        System.getProperty("java.class.path"),
                        DetectorApplication.class.getName(),
                        "models",
                        "evaluate",
                        folder.toString());
        tool.environment().remove("DETECTOR_MODEL");
        Path errors = folder.resolve("errors.txt");
        Process process = tool.redirectError(errors.toFile()).start();

        String said = new String(process.getInputStream().readAllBytes());
        assertThat(process.waitFor()).as(said + Files.readString(errors)).isZero();
        assertThat(said).contains("mAP50");
        assertThat(errors).hasContent("");
    }
}
