package dev.polybot.detector.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.StandardProtocolFamily;
import java.net.URI;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** The search does not load models: anything with code in it does for one. */
class ModelSearchTests {

    private static final byte[] WEIGHTS = zip("x/code/network.py", "x/data.pkl");

    /** A version and a graph with a name. */
    private static final byte[] ONNX = {0x08, 0x07, 0x3a, 0x03, 0x12, 0x01, 'g'};

    private static final byte[] CHECKPOINT = zip("x/data.pkl", "x/data/0");

    @TempDir Path folder;

    private final ModelServer server = new ModelServer();

    @AfterEach
    void stopServer() {
        server.close();
    }

    @Test
    void takesTheShippedModelWhenNoneIsNamed() throws IOException {
        assertThat(find(plan(null, null)).info().name()).isEqualTo(ShippedModel.NAME);
        assertThat(find(plan(ShippedModel.NAME, null)).info().name()).isEqualTo(ShippedModel.NAME);
        assertThat(server.requests).hasValue(0);
    }

    @Test
    void aModelThatWasFetchedOnceIsNotUsedUnasked() throws IOException {
        Files.createDirectories(cache().folder());
        Files.write(cache().folder().resolve("cached.torchscript"), WEIGHTS);

        assertThat(find(plan(null, null)).info().name()).isEqualTo(ShippedModel.NAME);
        assertThat(find(plan("cached", null)).info().name()).isEqualTo("cached");
    }

    @Test
    void takesTheModelThatTheConfigurationNames() throws IOException {
        Path file = write("mine.torchscript", WEIGHTS);

        LocatedModel model = find(plan(file.toString(), null));

        assertThat(model.info().name()).isEqualTo("mine");
        assertThat(model.info().version()).isEqualTo(sha256().substring(0, 12));
        assertThat(model.input()).isEqualTo(StatedInput.NOTHING);
        assertThat(model.classes()).isNull();
        assertThat(model.content().open().readAllBytes()).isEqualTo(WEIGHTS);
    }

    @Test
    void readsTheSettingsAndNamesBesideTheModel() throws IOException {
        Path file = write("mine.torchscript", WEIGHTS);
        write("pets.txt", "cat\r\n\n dog \n");
        write(
                "mine.json",
                """
                {"name": "pets", "version": "3", "input": {"size": 320, "stride": 32, "shape": "square"},
                 "classes": "pets.txt", "license": "MIT", "notice": "Only pets.", "later": 1}\
                """);

        LocatedModel model = find(plan(file.toString(), null));

        assertThat(model.info().name()).isEqualTo("pets");
        assertThat(model.info().version()).isEqualTo("3");
        assertThat(model.info().notice()).isEqualTo("Only pets.");
        assertThat(model.input()).isEqualTo(new StatedInput(320, 32, StatedInput.Shape.SQUARE));
        assertThat(model.classes()).containsExactly("cat", "dog");
        assertThat(model.license()).isEqualTo("MIT");
    }

    @Test
    void settingsMayLeaveOutTheStrideAndStateWhatCountsAsFound() throws IOException {
        Path file = write("mine.onnx", ONNX);
        write(
                "mine.json",
                """
                {"input": {"size": 320, "shape": "square"}, "confidence": 0.4, "overlap": 0.6}""");

        LocatedModel model = find(plan(file.toString(), null));

        assertThat(model.format()).isEqualTo(ModelFormat.ONNX);
        assertThat(model.input()).isEqualTo(new StatedInput(320, null, StatedInput.Shape.SQUARE));
        assertThat(model.thresholds()).isEqualTo(new StatedThresholds(0.4f, 0.6f, null));
    }

    @Test
    void filesOfAModelWithDotsInItsNameBelongToIt() throws IOException {
        Path file = write("best.v2.torchscript", WEIGHTS);
        write("best.v2.json", "{\"version\": \"2\"}");
        write("best.v2.names", "cat");
        write("best.json", "{\"version\": \"1\"}");

        LocatedModel model = find(plan(file.toString(), null));

        assertThat(model.info().name()).isEqualTo("best.v2");
        assertThat(model.info().version()).isEqualTo("2");
        assertThat(model.classes()).containsExactly("cat");
    }

    @Test
    void aByteOrderMarkIsNoPartOfAName() throws IOException {
        Path file = write("mine.torchscript", WEIGHTS);
        write("mine.names", "\uFEFFhelmet\r\nvest\r\n");
        write("mine.json", "\uFEFF{\"version\": \"7\"}");

        LocatedModel model = find(plan(file.toString(), null));

        assertThat(model.classes()).containsExactly("helmet", "vest");
        assertThat(model.info().version()).isEqualTo("7");
    }

    @Test
    void namesOfAnOlderEncodingAreReadAsTheyAreMeant() throws IOException {
        Path file = write("mine.torchscript", WEIGHTS);
        Files.write(folder.resolve("mine.names"), "H\u00fcndin\ncat".getBytes(ISO_8859_1));

        assertThat(find(plan(file.toString(), null)).classes())
                .containsExactly("H\u00fcndin", "cat");
    }

    @ParameterizedTest
    @ValueSource(strings = {"best.torchscript", "best.onnx", "best"})
    void whatIsNeitherFileNorFolderIsRefusedWithoutWaitingForIt(String name) throws IOException {
        Path socket = folder.resolve(name);
        try (ServerSocketChannel open = ServerSocketChannel.open(StandardProtocolFamily.UNIX)) {
            open.bind(UnixDomainSocketAddress.of(socket));

            assertRefused(socket.toString()).hasMessageContainingAll(name, "no ordinary file");
        }
    }

    @Test
    void aModelUnderTheEndingOfTheOtherKindIsToldWhatItIs() throws IOException {
        assertRefused(write("script.onnx", WEIGHTS).toString())
                .hasMessageContaining("is TorchScript: give it a name that ends in .torchscript");
        assertRefused(write("graph.torchscript", ONNX).toString())
                .hasMessageContaining("is ONNX: give it a name that ends in .onnx");
    }

    @Test
    void aTorchScriptFileThatIsEmptyOrCutIsToldSo() throws IOException {
        assertRefused(write("empty.torchscript", new byte[0]).toString())
                .hasMessageContainingAll("is an empty file", "--include torchscript");
        assertRefused(
                        write("half.torchscript", Arrays.copyOf(WEIGHTS, WEIGHTS.length / 2))
                                .toString())
                .hasMessageContainingAll("only a part of one", "--include torchscript");
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3, 5, 6})
    void anOnnxFileThatIsEmptyOrCutIsRefused(int length) throws IOException {
        Path file = write("cut.onnx", Arrays.copyOf(ONNX, length));

        assertThatThrownBy(() -> find(plan(file.toString(), null)))
                .isInstanceOf(UnusableModelException.class)
                .hasMessageContaining(file.toString())
                .hasMessageContaining(length == 0 ? "is an empty file" : "only a part of one")
                .hasMessageContaining("--include onnx");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "no model",
                "\n\nversion https://git-lfs.github.com/spec/v1",
                "<!DOCTYPE html>"
            })
    void aFileThatIsNoOnnxIsRefusedWithoutAnEngine(String content) throws IOException {
        Path file = write("page.onnx", content);

        assertThatThrownBy(() -> find(plan(file.toString(), null)))
                .isInstanceOf(UnusableModelException.class)
                .hasMessageContaining("not an ONNX file");
    }

    @Test
    void aLinkThatLeadsNowhereIsToldAsOneAndNotSuggested() throws IOException {
        Path link = Files.createSymbolicLink(folder.resolve("best.onnx"), Path.of("gone.onnx"));

        assertThatThrownBy(() -> find(plan(link.toString(), null)))
                .hasMessageContaining("names the link " + link)
                .hasMessageNotContaining("Did you mean");
        assertThatThrownBy(() -> find(plan(folder.resolve("bes.onnx").toString(), null)))
                .hasMessageContaining("no such file")
                .hasMessageNotContaining("Did you mean");
    }

    @Test
    void aFileOfAnotherKindIsRefusedAndTheWayToAModelNamed() throws IOException {
        Path file = write("yolov5n.pt", CHECKPOINT);

        assertThatThrownBy(() -> find(plan(file.toString(), null)))
                .isInstanceOf(UnusableModelException.class)
                .hasMessageContaining(file.toString())
                .hasMessageContaining("export.py");
    }

    @Test
    void whoNamesAModelGetsThatOneOrNone() throws IOException {
        write("mime.torchscript", WEIGHTS);

        assertRefused(folder.resolve("missing.torchscript").toString())
                .hasMessageContainingAll("there is no such file", "export.py");
        assertRefused(folder.resolve("mine.torchscript").toString())
                .hasMessageContaining("Did you mean mime.torchscript?");
    }

    @Test
    void weightsWithoutTheirNetworkAreToldFromAModel() throws IOException {
        assertRefused(write("best.pt", CHECKPOINT).toString())
                .hasMessageContaining("export.py --weights best.pt --include torchscript");
        assertRefused(write("best.torchscript", CHECKPOINT).toString())
                .hasMessageContaining("not a TorchScript file");
        assertRefused(write("exported.pt", WEIGHTS).toString())
                .hasMessageContaining("give it a name that ends in .torchscript");
    }

    @Test
    void aFolderIsNoModelButMayHoldOne() throws IOException {
        assertRefused(folder.toString()).hasMessageContaining("holds no model file");
        write("best.torchscript", WEIGHTS);
        assertRefused(folder.toString())
                .hasMessageContaining("name a file in it: best.torchscript");
    }

    @ParameterizedTest
    @ValueSource(strings = {"yolov5z", "YOLOv5", "yolo5s", "yolov5ss"})
    void aNameThatIsNearlyRightIsAnsweredWithTheRightOne(String name) {
        assertRefused(name).hasMessageContainingAll("Did you mean yolov5", "export.py");
    }

    @Test
    void aNameThatNobodyKnowsIsAnsweredWithThoseThatAreKnown() {
        assertRefused("resnet-152").hasMessageContaining("Known names: nanodet-g, yolov5s");
    }

    @Test
    void aNameWithoutASourceSaysHowToExportIt() {
        assertRefused("yolov5m")
                .hasMessageContaining("export.py --weights yolov5m.pt --include torchscript");
    }

    @ParameterizedTest
    @ValueSource(strings = {"ftp://host/x.torchscript", "https://", "http://a b", "file:///x"})
    void whatIsNoAddressIsRefused(String address) {
        assertRefused(address).hasMessageContaining("DETECTOR_MODEL names");
    }

    @Test
    void aModelWithAnotherChecksumIsNotTaken() throws IOException {
        Path file = write("mine.torchscript", WEIGHTS);

        assertThatThrownBy(() -> find(plan(file.toString(), "0".repeat(64))))
                .isInstanceOf(UnusableModelException.class)
                .hasMessageContaining(sha256());
        assertThat(find(plan(file.toString(), sha256())).info().name()).isEqualTo("mine");
    }

    @Test
    void aSenselessSettingIsToldAndNotGuessedAround() throws IOException {
        Path file = write("mine.torchscript", WEIGHTS);
        write("mine.json", "{\"input\": {\"size\": 100, \"stride\": 32, \"shape\": \"square\"}}");

        assertThatThrownBy(() -> find(plan(file.toString(), null)))
                .isInstanceOf(UnusableModelException.class)
                .hasMessageContaining("multiple of input.stride");
    }

    @Test
    void namesThatLeadOutOfTheFolderNameNothing() throws IOException {
        Path inner = Files.createDirectory(folder.resolve("inner"));
        Files.write(inner.resolve("mine.torchscript"), WEIGHTS);
        write("secret.names", "secret");
        Files.writeString(inner.resolve("mine.json"), "{\"classes\": \"../secret.names\"}");

        String model = inner.resolve("mine.torchscript").toString();
        assertThatThrownBy(() -> find(plan(model, null)))
                .isInstanceOf(UnusableModelException.class)
                .hasMessageContainingAll("../secret.names", "must lie in the model's own folder")
                .hasMessageNotContaining("missing");
        Files.writeString(inner.resolve("mine.json"), "{\"classes\": \"gone.names\"}");
        assertThatThrownBy(() -> find(plan(model, null))).hasMessageContaining("missing");
    }

    @Test
    void downloadsAModelAndItsSettingsOnceAndKeepsThem() throws IOException {
        URI url = server.put("/models/web.torchscript", WEIGHTS);
        server.put("/models/web.json", "{\"version\": \"9\"}".getBytes(UTF_8));
        server.put("/models/web.names", "thing".getBytes(UTF_8));

        LocatedModel first = find(plan(url.toString(), sha256()));
        int requests = server.requests.get();
        LocatedModel again = find(plan(url.toString(), sha256()));

        assertThat(first.info().version()).isEqualTo("9");
        assertThat(first.classes()).containsExactly("thing");
        assertThat(again.info()).isEqualTo(first.info());
        assertThat(server.requests).hasValue(requests);
    }

    @Test
    void aDownloadWithAnotherChecksumLeavesNothingBehind() throws IOException {
        URI url = server.put("/web.torchscript", WEIGHTS);

        assertThatThrownBy(() -> find(plan(url.toString(), "0".repeat(64))))
                .isInstanceOf(UnusableModelException.class)
                .hasMessageContaining("wanted is");
        assertNoFiles();
    }

    @Test
    void fetchesAModelByNameOnceAndChecksItAtEveryStart() throws IOException {
        byte[] zip = zip("yolov5s/yolov5s.torchscript.pt", "yolov5s/synset.txt");
        ModelCatalogue catalogue = catalogueWith(server.put("/zoo.zip", zip), zip);

        LocatedModel first = search(plan("yolov5s", null), catalogue).find();
        int requests = server.requests.get();
        LocatedModel again = search(plan("yolov5s", null), catalogue).find();

        assertThat(first.info().name()).isEqualTo("yolov5s");
        assertThat(first.input().shape()).isEqualTo(StatedInput.Shape.SQUARE);
        assertThat(first.license()).isEqualTo("AGPL-3.0");
        assertThat(again.info()).isEqualTo(first.info());
        assertThat(server.requests).hasValue(requests);

        Files.write(cache().folder().resolve("yolov5s.torchscript"), zip("other/code/x.py"));
        assertThatThrownBy(() -> search(plan("yolov5s", null), catalogue).find())
                .isInstanceOf(UnusableModelException.class)
                .hasMessageContaining("not the expected file");
    }

    @Test
    void somethingElseUnderTheNameIsNotTaken() {
        ModelCatalogue catalogue =
                catalogueWith(server.put("/zoo.zip", WEIGHTS), "expected".getBytes(UTF_8));

        assertThatThrownBy(() -> search(plan("yolov5s", null), catalogue).find())
                .isInstanceOf(UnusableModelException.class)
                .hasMessageContainingAll("yolov5s could not be downloaded", "by hand");
        assertNoFiles();
    }

    @Test
    void aServerThatDoesNotAnswerIsSoonGivenUp() {
        ModelCatalogue catalogue = catalogueWith(server.uri("/silent"), WEIGHTS);

        assertThatThrownBy(() -> search(plan("yolov5s", null), catalogue).find())
                .isInstanceOf(UnusableModelException.class)
                .hasMessageContaining("did not answer");
    }

    @ParameterizedTest
    @ValueSource(strings = {"yolov5s", "/web.torchscript"})
    void offlineRefusesEveryDownloadBeforeItBegins(String configured) {
        String named =
                configured.startsWith("/")
                        ? server.put(configured, WEIGHTS).toString()
                        : configured;
        ModelSearch search =
                search(
                        new ModelSearchPlan(named, null, cache(), true, timeouts()),
                        catalogueWith(server.put("/zoo.zip", WEIGHTS), WEIGHTS));

        for (ThrowingCallable way : List.<ThrowingCallable>of(search::check, search::find)) {
            assertThatThrownBy(way)
                    .isInstanceOf(UnusableModelException.class)
                    .hasMessageContaining("DETECTOR_OFFLINE");
        }
        assertThat(server.requests).hasValue(0);
    }

    @Test
    void offlineTakesWhatIsHere() throws IOException {
        Files.createDirectories(cache().folder());
        Files.write(cache().folder().resolve("yolov5s.torchscript"), WEIGHTS);

        assertThat(
                        search(
                                        new ModelSearchPlan(
                                                "yolov5s", null, cache(), true, timeouts()),
                                        ModelCatalogue.read())
                                .find()
                                .info()
                                .name())
                .isEqualTo("yolov5s");
    }

    @Test
    void checkingAsksNobody() {
        ModelCatalogue catalogue = catalogueWith(server.uri("/zoo.zip"), WEIGHTS);

        search(plan("yolov5s", null), catalogue).check();
        search(plan(server.uri("/x.torchscript").toString(), null), catalogue).check();

        assertThat(server.requests).hasValue(0);
    }

    @Test
    void aDownloadThatStallsHasAnEnd() {
        String url = server.uri("/stalls/x.torchscript").toString();

        assertThatThrownBy(() -> find(plan(url, null)))
                .isInstanceOf(UnusableModelException.class)
                .hasMessageContaining("too slow");
    }

    @Test
    void aDownloadThatBreaksOffIsNoModel() {
        String url = server.uri("/short/x.torchscript").toString();

        assertThatThrownBy(() -> find(plan(url, null))).isInstanceOf(UnusableModelException.class);
    }

    @Test
    void everyKnownModelHasALicenceAndAPublishedPrecision() {
        assertThat(ModelCatalogue.read().models())
                .allSatisfy(
                        model -> {
                            assertThat(model.license()).isNotBlank();
                            assertThat(model.map()).isBetween(10.0, 60.0);
                        });
    }

    private org.assertj.core.api.AbstractThrowableAssert<?, ?> assertRefused(String configured) {
        return assertThatThrownBy(() -> new ModelSearch(plan(configured, null)).check())
                .isInstanceOf(UnusableModelException.class);
    }

    private void assertNoFiles() {
        try (var files = Files.walk(folder)) {
            assertThat(files.filter(Files::isRegularFile)).isEmpty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static LocatedModel find(ModelSearchPlan plan) {
        return new ModelSearch(plan).find();
    }

    private static ModelSearch search(ModelSearchPlan plan, ModelCatalogue catalogue) {
        return new ModelSearch(plan, catalogue, (file, bytes, total) -> {});
    }

    private static ModelCatalogue catalogueWith(URI url, byte[] expected) {
        KnownModel real = ModelCatalogue.read().find("yolov5s").orElseThrow();
        KnownModel.Source source = java.util.Objects.requireNonNull(real.source());
        return new ModelCatalogue(
                List.of(
                        new KnownModel(
                                real.name(),
                                real.license(),
                                real.licenseUrl(),
                                real.map(),
                                real.parameters(),
                                new KnownModel.Source(
                                        url,
                                        digest("SHA-1", expected),
                                        expected.length,
                                        source.settings()))));
    }

    private ModelSearchPlan plan(@Nullable String configured, @Nullable String sha256) {
        return new ModelSearchPlan(configured, sha256, cache(), false, timeouts());
    }

    private static DownloadTimeouts timeouts() {
        return new DownloadTimeouts(Duration.ofMillis(500), Duration.ofMillis(500));
    }

    private ModelCache cache() {
        return new ModelCache(folder.resolve("cache"));
    }

    private Path write(String name, String content) throws IOException {
        return write(name, content.getBytes(UTF_8));
    }

    private Path write(String name, byte[] content) throws IOException {
        return Files.write(folder.resolve(name), content);
    }

    private static String sha256() {
        return digest("SHA-256", WEIGHTS);
    }

    private static String digest(String algorithm, byte[] bytes) {
        try {
            return Checksum.of(algorithm, () -> new ByteArrayInputStream(bytes)).hex();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** An archive whose TorchScript files are themselves archives with code in them. */
    private static byte[] zip(String... names) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (String name : names) {
                zip.putNextEntry(new ZipEntry(name));
                zip.write(
                        name.contains("torchscript")
                                ? zip("x/code/network.py")
                                : "things".getBytes(UTF_8));
                zip.closeEntry();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }
}
