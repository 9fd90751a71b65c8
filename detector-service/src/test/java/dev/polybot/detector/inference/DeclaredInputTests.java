package dev.polybot.detector.inference;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.polybot.detector.model.UnusableModelException;
import dev.polybot.detector.testing.RealDetector;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** What an operator reads of a model whose own declaration says that it takes no picture as the detector gives it. */
class DeclaredInputTests {

    @TempDir Path folder;

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "2 | 1 3 640 640 | takes whole numbers (uint8)",
                "11 | 1 3 640 640 | takes numbers of another kind (double)",
                "1 | 1 640 640 3 | wants its pictures as [1,640,640,3]",
                "1 | 4 3 640 640 | takes a batch of 4 pictures",
                "1 | 1 1 640 640 | takes pictures of 1 channel",
                "1 | 3 640 640 | wants its pictures as [3,640,640]"
            })
    void anInputThatIsNoPictureIsToldByWhatTheFileDeclares(int type, String sides, String reason)
            throws IOException {
        long[] shape = Stream.of(sides.split(" ")).mapToLong(Long::parseLong).toArray();
        Path file = Files.write(folder.resolve("mine.onnx"), OnnxIdentity.file(type, shape));

        assertThatThrownBy(() -> RealDetector.load(file))
                .isInstanceOf(UnusableModelException.class)
                .hasMessageContaining(file.toString())
                .hasMessageContainingAll(reason, "export it again with")
                .hasMessageNotContaining("say its size");
    }

    @Test
    void aModelThatWantsMoreThanAPictureIsToldWhatItWants() throws IOException {
        Path file =
                Files.write(
                        folder.resolve("mine.onnx"),
                        OnnxIdentity.file(
                                List.of("images", "orig_target_sizes"),
                                OnnxIdentity.FLOAT,
                                1,
                                3,
                                640,
                                640));

        assertThatThrownBy(() -> RealDetector.load(file))
                .isInstanceOf(UnusableModelException.class)
                .hasMessageContainingAll(
                        file.toString(), "images, orig_target_sizes", "export it again with")
                .hasMessageNotContaining("say its size");
    }

    @Test
    void aSizeInTheSettingsThatIsNotTheFilesIsToldWithBoth() throws IOException {
        Path file =
                Files.write(
                        folder.resolve("mine.onnx"),
                        OnnxIdentity.file(OnnxIdentity.FLOAT, 1, 3, 640, 640));
        Files.writeString(folder.resolve("mine.json"), "{\"input\": {\"size\": 641}}");

        assertThatThrownBy(() -> RealDetector.load(file))
                .isInstanceOf(UnusableModelException.class)
                .hasMessageContainingAll("is made for 640 pixels", "641 pixels in its settings")
                .hasMessageNotContaining("say its size");
    }
}
