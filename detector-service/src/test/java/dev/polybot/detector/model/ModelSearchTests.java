package dev.polybot.detector.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.polybot.detector.model.ModelPlace.Finding;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** The search does not load models: any bytes do for one. */
class ModelSearchTests {

    private static final byte[] WEIGHTS = "weights".getBytes(UTF_8);

    @TempDir Path folder;

    private final ModelServer server = new ModelServer();

    @AfterEach
    void stopServer() {
        server.close();
    }

    @Test
    void takesTheModelThatTheConfigurationNames() throws IOException {
        Path file = write("mine.torchscript", "weights");

        LocatedModel model = find(plan(file.toString(), null, null));

        assertThat(model.info().name()).isEqualTo("mine");
        assertThat(model.info().version()).isEqualTo(sha256().substring(0, 12));
        assertThat(model.input()).isEqualTo(StatedInput.NOTHING);
        assertThat(model.classes()).isNull();
        assertThat(model.content().open().readAllBytes()).isEqualTo(WEIGHTS);
    }

    @Test
    void readsTheSettingsAndNamesBesideTheModel() throws IOException {
        Path file = write("mine.torchscript", "weights");
        write("pets.txt", "cat\r\n\n dog \n");
        write(
                "mine.json",
                """
                {"name": "pets", "version": "3", "input": {"size": 320, "stride": 32, "shape": "square"},
                 "classes": "pets.txt", "license": "MIT", "notice": "Only pets.", "later": 1}""");

        LocatedModel model = find(plan(file.toString(), null, null));

        assertThat(model.info().name()).isEqualTo("pets");
        assertThat(model.info().version()).isEqualTo("3");
        assertThat(model.info().notice()).isEqualTo("Only pets.");
        assertThat(model.input()).isEqualTo(new StatedInput(320, 32, StatedInput.Shape.SQUARE));
        assertThat(model.classes()).containsExactly("cat", "dog");
        assertThat(model.license()).isEqualTo("MIT");
    }

    @Test
    void settingsMayLeaveOutTheStrideAndStateWhatCountsAsFound() throws IOException {
        Path file = write("mine.onnx", "weights");
        write(
                "mine.json",
                """
                {"input": {"size": 320, "shape": "square"}, "confidence": 0.4, "overlap": 0.6}""");

        LocatedModel model = find(plan(file.toString(), null, null));

        assertThat(model.format()).isEqualTo(ModelFormat.ONNX);
        assertThat(model.input()).isEqualTo(new StatedInput(320, null, StatedInput.Shape.SQUARE));
        assertThat(model.thresholds()).isEqualTo(new StatedThresholds(0.4f, 0.6f, null));
    }

    @Test
    void filesOfAModelWithDotsInItsNameBelongToIt() throws IOException {
        Path file = write("best.v2.torchscript", "weights");
        write("best.v2.json", "{\"version\": \"2\"}");
        write("best.v2.names", "cat");
        write("best.json", "{\"version\": \"1\"}");

        LocatedModel model = find(plan(file.toString(), null, null));

        assertThat(model.info().name()).isEqualTo("best.v2");
        assertThat(model.info().version()).isEqualTo("2");
        assertThat(model.classes()).containsExactly("cat");
    }

    @Test
    void aByteOrderMarkIsNoPartOfAName() throws IOException {
        Path file = write("mine.torchscript", "weights");
        write("mine.names", "\uFEFFhelmet\r\nvest\r\n");
        write("mine.json", "\uFEFF{\"version\": \"7\"}");

        LocatedModel model = find(plan(file.toString(), null, null));

        assertThat(model.classes()).containsExactly("helmet", "vest");
        assertThat(model.info().version()).isEqualTo("7");
    }

    @Test
    void aFileOfAnotherKindIsRefusedAndTheWayToAModelNamed() throws IOException {
        Path file = write("yolov5n.pt", "weights");

        assertThatThrownBy(() -> find(plan(file.toString(), null, null)))
                .isInstanceOf(UnusableModelException.class)
                .hasMessageContaining(file.toString())
                .hasMessageContaining("export.py");
    }

    @Test
    void whoNamesAModelGetsThatOneOrNone() {
        String missing = folder.resolve("missing.torchscript").toString();

        assertThatThrownBy(() -> find(plan(missing, null, null)))
                .isInstanceOf(UnusableModelException.class)
                .hasMessageContaining("there is no such file");
    }

    @Test
    void aModelWithAnotherChecksumIsNotTaken() throws IOException {
        Path file = write("mine.torchscript", "weights");

        assertThatThrownBy(() -> find(plan(file.toString(), "0".repeat(64), null)))
                .isInstanceOf(UnusableModelException.class)
                .hasMessageContaining(sha256());
        assertThat(find(plan(file.toString(), sha256(), null)).info().name()).isEqualTo("mine");
    }

    @Test
    void aSenselessSettingIsToldAndNotGuessedAround() throws IOException {
        Path file = write("mine.torchscript", "weights");
        write("mine.json", "{\"input\": {\"size\": 100, \"stride\": 32, \"shape\": \"square\"}}");

        assertThatThrownBy(() -> find(plan(file.toString(), null, null)))
                .isInstanceOf(UnusableModelException.class)
                .hasMessageContaining("multiple of the stride");
    }

    @Test
    void namesThatLeadOutOfTheFolderNameNothing() throws IOException {
        Path inner = Files.createDirectory(folder.resolve("inner"));
        Files.write(inner.resolve("mine.torchscript"), WEIGHTS);
        write("secret.names", "secret");
        Files.writeString(inner.resolve("mine.json"), "{\"classes\": \"../secret.names\"}");

        assertThatThrownBy(
                        () -> find(plan(inner.resolve("mine.torchscript").toString(), null, null)))
                .isInstanceOf(UnusableModelException.class)
                .hasMessageContaining("missing");
    }

    @Test
    void downloadsAModelAndItsSettingsOnceAndKeepsThem() throws IOException {
        URI url = server.put("/models/web.torchscript", WEIGHTS);
        server.put("/models/web.json", "{\"version\": \"9\"}".getBytes(UTF_8));
        server.put("/models/web.names", "thing".getBytes(UTF_8));

        LocatedModel first = find(plan(url.toString(), sha256(), null));
        int requests = server.requests.get();
        LocatedModel again = find(plan(url.toString(), sha256(), null));

        assertThat(first.info().version()).isEqualTo("9");
        assertThat(first.classes()).containsExactly("thing");
        assertThat(again.info()).isEqualTo(first.info());
        assertThat(server.requests).hasValue(requests);
    }

    @Test
    void aDownloadWithAnotherChecksumLeavesNothingBehind() throws IOException {
        URI url = server.put("/web.torchscript", WEIGHTS);

        assertThatThrownBy(() -> find(plan(url.toString(), "0".repeat(64), null)))
                .isInstanceOf(UnusableModelException.class)
                .hasMessageContaining("wanted is");
        try (var files = Files.walk(folder)) {
            assertThat(files.filter(Files::isRegularFile)).isEmpty();
        }
    }

    @Test
    void takesWhatLiesInTheCacheBeforeAskingTheZoo() throws IOException {
        Files.createDirectories(cache());
        Files.write(cache().resolve("cached.torchscript"), WEIGHTS);

        LocatedModel model = find(plan(null, null, server.uri("/zoo.zip")));

        assertThat(model.info().name()).isEqualTo("cached");
        assertThat(server.requests).hasValue(0);
    }

    @Test
    void takesTheZoosArchiveApartIntoTheCache() throws IOException {
        byte[] zip = zip("yolov5s/yolov5s.torchscript.pt", "yolov5s/synset.txt");
        URI url = server.put("/zoo.zip", zip);
        Checksum checksum = Checksum.of("SHA-1", () -> new java.io.ByteArrayInputStream(zip));

        Finding finding =
                new ZooModel(url, cache(), new ModelDownload(timeouts()), checksum).look();

        assertThat(finding)
                .isInstanceOfSatisfying(
                        Finding.Found.class,
                        found -> {
                            assertThat(found.model().info().name()).isEqualTo("yolov5s");
                            assertThat(found.model().input().shape())
                                    .isEqualTo(StatedInput.Shape.SQUARE);
                            assertThat(found.model().license()).isEqualTo("AGPL-3.0");
                        });
        assertThat(find(plan(null, null, null)).info().name()).isEqualTo("yolov5s");
    }

    @Test
    void aZooThatDoesNotAnswerIsSoonGivenUp() {
        long start = System.nanoTime();

        LocatedModel model = find(plan(null, null, server.uri("/silent")));

        assertThat(model.info().name()).isEqualTo("polybot-nano");
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(5));
    }

    @Test
    void aZooThatHasSomethingElseIsOfNoHelp() {
        URI url = server.put("/zoo.zip", "something else".getBytes(UTF_8));

        assertThat(find(plan(null, null, url)).info().name()).isEqualTo("polybot-nano");
    }

    @Test
    void aDownloadThatStallsHasAnEnd() {
        String url = server.uri("/stalls/x.torchscript").toString();

        assertThatThrownBy(() -> find(plan(url, null, null)))
                .isInstanceOf(UnusableModelException.class)
                .hasMessageContaining("too slow");
    }

    @Test
    void aDownloadThatBreaksOffIsNoModel() {
        String url = server.uri("/short/x.torchscript").toString();

        assertThatThrownBy(() -> find(plan(url, null, null)))
                .isInstanceOf(UnusableModelException.class);
    }

    @Test
    void sayingThatThereIsNoneTellsWhereItLooked() {
        ModelSearch search =
                new ModelSearch(
                        List.of(
                                new ConfiguredModel(
                                        plan(null, null, null), new ModelDownload(timeouts())),
                                new CachedModel(cache())));

        assertThatThrownBy(search::find)
                .isInstanceOfSatisfying(
                        NoModelException.class,
                        none ->
                                assertThat(none.tried())
                                        .containsExactly(
                                                "DETECTOR_MODEL is not set",
                                                "no *.torchscript in " + cache()));
    }

    private static LocatedModel find(ModelSearchPlan plan) {
        return ModelSearch.inOrder(plan).find();
    }

    private ModelSearchPlan plan(
            @Nullable String configured, @Nullable String sha256, @Nullable URI zoo) {
        return new ModelSearchPlan(configured, sha256, cache(), zoo, timeouts());
    }

    private static DownloadTimeouts timeouts() {
        return new DownloadTimeouts(Duration.ofSeconds(1), Duration.ofSeconds(1));
    }

    private Path cache() {
        return folder.resolve("cache");
    }

    private Path write(String name, String content) throws IOException {
        return Files.writeString(folder.resolve(name), content);
    }

    private static String sha256() throws IOException {
        return Checksum.sha256Of(() -> new java.io.ByteArrayInputStream(WEIGHTS)).hex();
    }

    private static byte[] zip(String... names) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (String name : names) {
                zip.putNextEntry(new ZipEntry(name));
                zip.write(WEIGHTS);
            }
        }
        return bytes.toByteArray();
    }
}
