package dev.polybot.local.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.polybot.local.stack.NamedModel;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

class ModelInUseTests {

    @TempDir private Path folder;

    @Test
    void anotherModelThanTheOneInUseIsNotPassedOver() {
        assertThat(objection("", "yolov5s"))
                .contains("names yolov5s, but the system that is up uses nanodet-g 1")
                .contains("`./polybot down`");
        assertThat(objection("yolov5s", "there/is/none.onnx")).contains("none.onnx");
    }

    @Test
    void theModelInUseOrNoneMayBeNamed() throws IOException {
        Path file = Files.createFile(folder.resolve("best.onnx"));
        Path link = Files.createSymbolicLink(folder.resolve("link.onnx"), file);

        assertThat(objection("", "nanodet-g")).isEmpty();
        assertThat(objection("yolov5s", " ")).isEmpty();
        assertThat(objection("yolov5s", " yolov5s ")).isEmpty();
        assertThat(objection(file.toString(), link.toString())).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"yolov5s.torchscript", "yolov5s.onnx"})
    void aModelOfTheCacheIsTheSameByItsNameAndByItsPath(String file) throws IOException {
        String path = Files.createFile(folder.resolve(file)).toString();

        assertThat(objection("yolov5s", path)).isEmpty();
        assertThat(objection(path, "YOLOv5s")).isEmpty();
        assertThat(objection(path, "yolov5n")).contains("names yolov5n");
        assertThat(objection("nanodet-g", path)).contains(path);
    }

    @Test
    void whoNamesTheShippedModelDoesNotGetAnother() {
        assertThat(objection("yolov5s", "NanoDet-g")).contains("names nanodet-g");
    }

    private String objection(String running, String wished) {
        return new ModelInUse(named(running), () -> "nanodet-g 1, 80 classes")
                .objectionTo(named(wished))
                .orElse("");
    }

    private NamedModel named(String model) {
        return NamedModel.in(
                Map.of("DETECTOR_MODEL", model, "DETECTOR_CACHE_DIR", folder.toString()));
    }
}
