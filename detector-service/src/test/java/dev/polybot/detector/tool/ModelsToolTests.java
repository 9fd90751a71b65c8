package dev.polybot.detector.tool;

import static org.assertj.core.api.Assertions.assertThat;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.polybot.detector.model.KnownModel;
import dev.polybot.detector.model.ModelCatalogue;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

class ModelsToolTests {

    /** Nobody listens there: it is refused at once. */
    private static final URI NOBODY = URI.create("http://127.0.0.1:9/yolov5s.zip");

    private static final Path FOREIGN = Path.of("src/test/resources/foreign");

    @TempDir private Path folder;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    @Test
    void theListTellsWhatIsHereWithItsMillisecondsAndWhatCanBeHad() {
        assertThat(run(Map.of(), "list", "--json")).isZero();

        JsonNode list = JsonMapper.shared().readTree(said());
        JsonNode shipped = list.path("here").get(0);
        assertThat(shipped.path("place").asString("")).isEqualTo("shipped");
        assertThat(shipped.path("inUse").asBoolean()).isTrue();
        assertThat(shipped.path("license").asString("")).isEqualTo("Apache-2.0");
        assertThat(shipped.path("milliseconds").asDouble()).isPositive();
        assertThat(list.path("known").findValuesAsString("name")).contains("nanodet-g", "yolov5s");
    }

    @Test
    void aFileThatCannotBeUsedIsListedWithTheReason() throws IOException {
        Files.writeString(Files.createDirectories(folder).resolve("bad.torchscript"), "no model");

        assertThat(run(Map.of(), "list")).isZero();

        assertThat(said()).contains("bad.torchscript", "is not a TorchScript file", "yolov5s");
    }

    @Test
    void gettingShowsTheLicenceAndAFailureSaysWhatToDo() {
        assertThat(run(Map.of(), "get", "yolov5s")).isEqualTo(ModelsTool.FAILED);

        assertThat(err.toString(UTF_8))
                .contains("AGPL-3.0", "24.8 MB")
                .contains("could not be downloaded", "no connection", "by hand");
    }

    @Test
    void offlineIsSaidInWords() {
        assertThat(run(Map.of("DETECTOR_OFFLINE", "true"), "get", "yolov5s"))
                .isEqualTo(ModelsTool.WRONG);
        assertThat(err.toString(UTF_8)).contains("DETECTOR_OFFLINE forbids to download it");
    }

    @Test
    void whatHasNoSourceIsExportedAndNotFetched() {
        assertThat(run(Map.of(), "get", "yolov5m")).isEqualTo(ModelsTool.WRONG);
        assertThat(err.toString(UTF_8)).contains("export.py --weights yolov5m.pt");
    }

    @Test
    void aModelThatIsReadyNeedsNoWords() {
        assertThat(run(Map.of(), "ready")).isZero();
        assertThat(said() + err.toString(UTF_8)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "yolov5q, Did you mean yolov5s?",
        "YOLO5S, Did you mean yolov5s?",
        "nanodet, Did you mean nanodet-g?",
        "resnet, Known names: nanodet-g"
    })
    void aNameThatNobodyKnowsIsAnsweredWithWhatWasMeant(String name, String sentence) {
        assertThat(run(Map.of(), "get", name)).isEqualTo(ModelsTool.WRONG);

        assertThat(err.toString(UTF_8))
                .startsWith("There is no model called " + name + ".")
                .contains(sentence)
                .doesNotContain("DETECTOR_MODEL");
    }

    @Test
    void aSizeThatTheModelDoesNotTakeIsToldBeforeAnythingStarts() throws IOException {
        Path model = Files.copy(FOREIGN.resolve("v5-fixed.onnx"), folder.resolve("mine.onnx"));
        Files.writeString(folder.resolve("mine.json"), "{\"input\": {\"size\": 333}}");

        assertThat(run(Map.of("DETECTOR_MODEL", model.toString()), "ready"))
                .isEqualTo(ModelsTool.WRONG);
        assertThat(err.toString(UTF_8)).contains("333 pixels in its settings", model.toString());
    }

    @Test
    void aModelThatCannotBeUsedIsNotReady() {
        Map<String, String> wrong = Map.of("DETECTOR_MODEL", folder + "/best.pt");

        assertThat(run(wrong, "ready")).isEqualTo(ModelsTool.WRONG);
        assertThat(err.toString(UTF_8)).contains("there is no such file", "export.py");
    }

    @ParameterizedTest
    @CsvSource({
        "classification.torchscript, ",
        "segmentation.torchscript, ",
        "pose.onnx, ",
        "v5-fixed.onnx, cat"
    })
    void aModelThatAStartWouldRefuseIsNotReady(String file, @Nullable String names)
            throws IOException {
        Path model = Files.copy(FOREIGN.resolve(file), folder.resolve(file));
        if (names != null) {
            Files.writeString(folder.resolve(file.replaceFirst("\\.\\w+$", ".names")), names);
        }

        assertThat(run(Map.of("DETECTOR_MODEL", model.toString()), "ready"))
                .isEqualTo(ModelsTool.WRONG);
        assertThat(err.toString(UTF_8)).contains(model.toString());
    }

    @Test
    void whatCannotBePreparedIsCalledByTheNameThatWasGiven() throws IOException {
        Path photo = Files.copy(Path.of("../docs/samples/chelsea.jpg"), folder.resolve("cat.jpg"));

        for (String file : List.of("nope.onnx", "best.pt", "")) {
            assertThat(run(Map.of(), "prepare", folder.resolve(file).toString()))
                    .isEqualTo(ModelsTool.WRONG);
        }
        assertThat(err.toString(UTF_8).lines())
                .hasSize(3)
                .allMatch(sentence -> sentence.startsWith("You named "));
        err.reset();
        assertThat(run(Map.of(), "prepare", photo.toString())).isEqualTo(ModelsTool.WRONG);
        assertThat(err.toString(UTF_8))
                .startsWith(photo + " is no model")
                .doesNotContain("export.py", "TorchScript ");
    }

    @ParameterizedTest
    @CsvSource({
        "nanodet-g, comes with Polybot",
        "yolov5s, is fetched",
        "yolov5m, has to be exported"
    })
    void aNameIsNoFileThatCouldBePrepared(String name, String how) {
        assertThat(run(Map.of(), "prepare", name)).isEqualTo(ModelsTool.WRONG);

        assertThat(err.toString(UTF_8)).contains("prepare takes a file", name + " " + how);
    }

    @Test
    void theCommandThatUsesAPreparedModelCanBeCopiedToAShell() throws IOException {
        Path spaced = Files.createDirectories(folder.resolve("it's my model"));
        Path model = Files.copy(FOREIGN.resolve("v5-heads.onnx"), spaced.resolve("mine.onnx"));
        Files.writeString(spaced.resolve("mine.names"), "cat\ndog\n");

        assertThat(run(Map.of(), "prepare", model.toString())).isZero();

        assertThat(said())
                .contains(
                        "DETECTOR_MODEL='"
                                + folder
                                + "/it'\\''s my model/mine-prepared.onnx' ./polybot up");
    }

    @Test
    void whatWasPreparedTakesNoFilesPlaceUnlessForced() throws IOException {
        Path model = Files.copy(FOREIGN.resolve("v5-heads.onnx"), folder.resolve("mine.onnx"));
        Files.writeString(folder.resolve("mine.names"), "cat\ndog\n");
        Path taken = Files.writeString(folder.resolve("mine-prepared.onnx"), "precious");

        assertThat(run(Map.of(), "prepare", model.toString())).isEqualTo(ModelsTool.WRONG);
        assertThat(err.toString(UTF_8)).contains(taken + " is there already. --force replaces it.");
        assertThat(taken).hasContent("precious");

        assertThat(run(Map.of(), "prepare", "--force", model.toString())).isZero();
        assertThat(Files.size(taken)).isGreaterThan(1000);
    }

    @Test
    void aModelIsJudgedByPhotosThatAreLabelled() throws IOException {
        Path photos = labelledPhotos("15 0.5 0.5 0.9 0.9\n");

        assertThat(run(Map.of(), "evaluate", photos.toString())).isZero();

        assertThat(said())
                .contains("nanodet-g", "1 photos, 1 labels", "mAP50 ", "mAP50-95 ", "F1 ")
                .contains("precision ", "recall ", "ms of processor");
    }

    @ParameterizedTest
    @CsvSource({
        "cat 0.5 0.5 1 1, Line 1 of, no label",
        "80 0.5 0.5 1 1, a class from 0 to 79, not 80",
        "15 0.5, five numbers, Line 1 of"
    })
    void labelsThatAreNoneAreToldWithTheirPlace(String label, String reason, String more)
            throws IOException {
        Path photos = labelledPhotos(label);

        assertThat(run(Map.of(), "evaluate", photos.toString())).isEqualTo(ModelsTool.WRONG);
        assertThat(err.toString(UTF_8)).contains("cat.txt", reason, more);
    }

    @Test
    void aFolderWithoutPhotosIsToldWhatItNeeds() {
        assertThat(run(Map.of(), "evaluate", folder.toString())).isEqualTo(ModelsTool.WRONG);
        assertThat(err.toString(UTF_8)).contains("There is no photo in", "labels/NAME.txt");
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void photosWithoutAnyLabelAreNotJudged(boolean written) throws IOException {
        Path photos = labelledPhotos("");
        if (!written) {
            Files.delete(photos.resolve("labels").resolve("cat.txt"));
        }

        assertThat(run(Map.of(), "evaluate", photos.toString())).isEqualTo(ModelsTool.WRONG);

        assertThat(err.toString(UTF_8)).contains("There is no label in", "labels/NAME.txt");
        assertThat(said()).doesNotContain("mAP50");
    }

    private Path labelledPhotos(String labels) throws IOException {
        Path photos = folder.resolve("photos");
        Files.createDirectories(photos.resolve("images"));
        Files.copy(
                Path.of("../docs/samples/chelsea.jpg"),
                photos.resolve("images").resolve("cat.jpg"));
        Files.writeString(
                Files.createDirectories(photos.resolve("labels")).resolve("cat.txt"), labels);
        return photos;
    }

    @Test
    void anUnknownWordIsAnsweredWithTheKnownOnes() {
        assertThat(run(Map.of(), "fetch")).isEqualTo(ModelsTool.WRONG);
        assertThat(err.toString(UTF_8)).contains("models get NAME");
    }

    private int run(Map<String, String> environment, String... arguments) {
        Map<String, String> whole = new HashMap<>(environment);
        whole.put("DETECTOR_CACHE_DIR", folder.toString());
        return new ModelsTool(
                        whole,
                        unreachable(),
                        new PrintStream(out, true, UTF_8),
                        new PrintStream(err, true, UTF_8))
                .run(List.of(arguments));
    }

    /** The catalogue, of which nothing can be fetched. */
    private static ModelCatalogue unreachable() {
        return new ModelCatalogue(
                ModelCatalogue.read().models().stream().map(ModelsToolTests::nowhere).toList());
    }

    private static KnownModel nowhere(KnownModel model) {
        KnownModel.Source source = model.source();
        return source == null
                ? model
                : new KnownModel(
                        model.name(),
                        model.license(),
                        model.licenseUrl(),
                        model.map(),
                        model.parameters(),
                        new KnownModel.Source(
                                NOBODY, source.sha1(), source.bytes(), source.settings()));
    }

    private String said() {
        return Objects.requireNonNull(out.toString(UTF_8));
    }
}
