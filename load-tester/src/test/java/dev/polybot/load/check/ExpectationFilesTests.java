package dev.polybot.load.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.polybot.load.pictures.PictureFile;
import dev.polybot.model.detection.CocoClasses;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

class ExpectationFilesTests {

    private static final Path SAMPLES = Path.of("../docs/samples/expected.json");

    @TempDir private Path folder;

    @Test
    void theCoursesListIsReadWithItsHeading() throws IOException {
        Expectations read =
                csv(
                        "\uFEFFimage name,class\r\n"
                                + "test_00.jpg,Paul\r\n\r\n"
                                + "\"a, b.jpg\",\"x\"\"y\"\r\n");

        assertThat(read.of(picture("test_00.jpg"))).isEqualTo(new Expectation.MainClass("Paul"));
        assertThat(read.of(picture("a, b.jpg"))).isEqualTo(new Expectation.MainClass("x\"y"));
        assertThat(read.of(picture("other.jpg"))).isNull();
    }

    @Test
    void whoExpectsWhatAnotherModelFindsIsTold() throws IOException {
        Expectations read = ExpectationFiles.read(SAMPLES, List.of());

        assertThat(read.otherModel("nanodet-g")).isNull();
        assertThat(read.otherModel(null)).as("answers that name none").isNull();
        assertThat(read.otherModel("yolov5n")).contains("nanodet-g", "yolov5n answered");
        assertThat(csv("a,b\n").otherModel("yolov5n")).isNull();
    }

    @Test
    void aListMayLeaveOutHeadingAndExtensionsAndSayNothing() throws IOException {
        Expectations read = csv("test_00,Paul\nempty,nothing\n");

        assertThat(read.of(picture("test_00.jpg"))).isEqualTo(new Expectation.MainClass("Paul"));
        assertThat(read.of(picture("empty.png"))).isEqualTo(new Expectation.MainClass(""));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "\n\n", "image name,class\n", "a.jpg", "a,b,c", ",x", "a,x\na,y"})
    void aBrokenListIsRefusedWithItsPlace(String text) {
        assertThatThrownBy(() -> csv(text))
                .isInstanceOf(BrokenExpectationsException.class)
                .hasMessageContaining("list.csv");
    }

    @Test
    void aHugeListIsRead() throws IOException {
        StringBuilder text = new StringBuilder("image name,class\n");
        for (int i = 0; i < 200_000; i++) {
            text.append("picture-").append(i).append(".jpg,dog\n");
        }

        assertThat(csv(text.toString()).size()).isEqualTo(200_000);
    }

    @Test
    void aFileThatIsNoListIsRefusedBeforeItIsRead() throws IOException {
        Path huge = folder.resolve("list.csv");
        try (RandomAccessFile file = new RandomAccessFile(huge.toFile(), "rw")) {
            file.setLength(65L * 1024 * 1024);
        }
        assertThatThrownBy(() -> ExpectationFiles.read(huge, CocoClasses.NAMES))
                .hasMessageContaining("64 MB");

        Files.write(huge, new byte[] {(byte) 0xff, (byte) 0xd8, (byte) 0xff});
        assertThatThrownBy(() -> ExpectationFiles.read(huge, CocoClasses.NAMES))
                .hasMessageContaining("not text");
        assertThatThrownBy(
                        () -> ExpectationFiles.read(folder.resolve("none.csv"), CocoClasses.NAMES))
                .hasMessageContaining("no file");
    }

    @Test
    void theProjectsOwnSamplesAreCounts() throws IOException {
        Expectations read = ExpectationFiles.read(SAMPLES, CocoClasses.NAMES);

        assertThat(read.of(picture("twins.jpg")))
                .isEqualTo(new Expectation.Counts(Map.of("cat", 2)));
    }

    @Test
    void boxesInPixelsBecomeFractions() throws IOException {
        Expectations read =
                json(
                        """
                        {"bus.jpg": {"width": 800, "height": 400, "input": [640, 320], "boxes":
                            [{"class": "bus", "confidence": 0.9, "box": [80, 40, 400, 400]}]}}\
                        """);

        assertThat(read.of(picture("bus.jpg")))
                .isEqualTo(new Expectation.Boxes(List.of(new Box("bus", 0.1, 0.1, 0.5, 1.0))));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "[]",
                "{}",
                "{\"a\":",
                "{\"a\": 3}",
                "{\"a\": {\"dog\": 0}}",
                "{\"a\": {\"dog\": \"many\"}}",
                "{\"a\": {\"boxes\": []}}",
                "{\"a\": {\"width\": 1, \"height\": 1, \"boxes\": [{\"class\": \"dog\", \"box\":"
                        + " [1, 2]}]}}",
                "{\"a\": {\"width\": 1, \"height\": 1, \"boxes\": [{\"class\": \"dog\", \"box\":"
                        + " [1, 2, 3, \"x\"]}]}}"
            })
    void aBrokenDocumentIsRefused(String text) {
        assertThatThrownBy(() -> json(text))
                .isInstanceOf(BrokenExpectationsException.class)
                .hasMessageContaining("list.json");
    }

    @Test
    void yoloLabelsAreReadFromAFolder() throws IOException {
        Files.writeString(
                folder.resolve("a.txt"), "16 0.5 0.5 0.2 0.4\n\n0 0.1 0.1 0.2 0.2 0.87\n");
        Files.writeString(folder.resolve("b.txt"), "");

        Expectations read = ExpectationFiles.read(folder, CocoClasses.NAMES);

        assertThat(read.of(picture("a.jpg")))
                .isInstanceOfSatisfying(
                        Expectation.Boxes.class,
                        boxes ->
                                assertThat(boxes.boxes())
                                        .extracting(Box::className)
                                        .containsExactly("dog", "person"));
        assertThat(read.of(picture("b.jpg"))).isEqualTo(new Expectation.Boxes(List.of()));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "80 0.5 0.5 0.1 0.1",
                "-1 0.5 0.5 0.1 0.1",
                "dog 0.5 0.5 0.1 0.1",
                "0 0.5 0.5 0.1",
                "0 0.5 0.5 1.5 0.1",
                "0 0.5 0.5 NaN 0.1",
                "0 0.5 0.5 0.1 0.1 0.9 7"
            })
    void brokenLabelsAreRefusedWithTheirLine(String line) throws IOException {
        Files.writeString(folder.resolve("a.txt"), "0 0.5 0.5 0.1 0.1\n" + line + "\n");

        assertThatThrownBy(() -> ExpectationFiles.read(folder, CocoClasses.NAMES))
                .isInstanceOf(BrokenExpectationsException.class)
                .hasMessageContaining("a.txt, line 2");
    }

    @Test
    void aFolderWithoutLabelsIsRefused() {
        assertThatThrownBy(() -> ExpectationFiles.read(folder, CocoClasses.NAMES))
                .hasMessageContaining("no label files");
    }

    private Expectations csv(String text) throws IOException {
        return read("list.csv", text);
    }

    private Expectations json(String text) throws IOException {
        return read("list.json", text);
    }

    private Expectations read(String name, String text) throws IOException {
        Path file = folder.resolve(name);
        Files.writeString(file, text);
        return ExpectationFiles.read(file, CocoClasses.NAMES);
    }

    private static PictureFile picture(String name) {
        return new PictureFile(name, Path.of(name), 1);
    }
}
