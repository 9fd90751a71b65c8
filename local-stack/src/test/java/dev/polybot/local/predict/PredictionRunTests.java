package dev.polybot.local.predict;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.polybot.local.json.Json;
import dev.polybot.local.predict.PredictionClient.Wanted;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import tools.jackson.databind.JsonNode;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

import javax.imageio.ImageIO;

class PredictionRunTests {

    private static final Wanted ALL = new Wanted(null, List.of());

    @TempDir private Path folder;
    private final ByteArrayOutputStream said = new ByteArrayOutputStream();
    private final PrintStream out = new PrintStream(said, true, UTF_8);
    private FakeTier tier;
    private PredictionClient client;

    @BeforeEach
    void start() {
        tier = new FakeTier();
        client = new PredictionClient(tier.address(), "");
    }

    @AfterEach
    void stop() {
        client.close();
        tier.close();
    }

    @Test
    void manyPhotosAreToldInTheOrderInWhichTheyWereNamed() throws Exception {
        List<Photo> photos =
                IntStream.range(0, 12).mapToObj(i -> photo("p" + i + ".png", "x")).toList();

        assertThat(run(photos, ResultFormat.json(out))).isZero();

        assertThat(lines())
                .extracting(line -> line.path("photo").asString(""))
                .containsExactly(photos.stream().map(Photo::label).toArray(String[]::new));
        assertThat(folder.resolve("p7-predicted.jpg")).hasContent("boxes");
    }

    @Test
    void aLineOfJsonHasBoxesClassesConfidencesAndTimings() throws Exception {
        run(List.of(photo("dog.jpg", "x")), ResultFormat.json(out));

        JsonNode line = lines().getFirst();
        assertThat(line.path("width").asInt()).isEqualTo(200);
        assertThat(line.path("objects").get(0).toString())
                .isEqualTo(
                        "{\"class\":\"dog\",\"confidence\":0.9,\"x\":10.0,\"y\":20.0,\"width\":40.0,\"height\":30.0}");
        assertThat(line.path("timings").path("inference").asInt()).isEqualTo(7);
        assertThat(line.path("file").asString("")).endsWith("dog-predicted.jpg");
    }

    @Test
    void aPhotoThatCannotBeDoneIsToldAndTheOthersAreDone() throws Exception {
        int failed =
                run(
                        List.of(
                                photo("a.jpg", "broken"),
                                photo("b.jpg", "x"),
                                photo("c.jpg", "failed")),
                        ResultFormat.json(out));

        assertThat(failed).isEqualTo(2);
        assertThat(lines().get(0).path("error").asString("")).isEqualTo("This picture is damaged.");
        assertThat(lines().get(1).path("status").asString("")).isEqualTo("succeeded");
        assertThat(lines().get(2).path("error").asString("")).isEqualTo("I gave up.");
    }

    @Test
    void aPhotoWithoutAnAnswerIsGivenUpWhenItsTimeIsUp() throws Exception {
        PredictionRun run = new PredictionRun(client, ALL, Duration.ofMillis(50), null, null);

        assertThat(run.of(List.of(photo("a.jpg", "queued")), ResultFormat.json(out), (a, b) -> {}))
                .isEqualTo(1);
        assertThat(lines().getFirst().path("error").asString("")).contains("no answer in");
    }

    @Test
    void aTierThatIsBusyIsAskedAgain() throws Exception {
        tier.refusals.set(2);

        assertThat(run(List.of(photo("a.jpg", "x")), ResultFormat.json(out))).isZero();
        assertThat(tier.asked).hasSize(3);
    }

    @Test
    void confidenceClassesAndNamesReachTheTier() throws Exception {
        new PredictionRun(
                        client,
                        new Wanted(0.4, List.of("dog", "wine glass")),
                        Duration.ofSeconds(5),
                        null,
                        null)
                .of(List.of(photo("ä b&c.jpg", "x")), ResultFormat.json(out), (a, b) -> {});
        new PredictionRun(client, new Wanted(1e-4, List.of()), Duration.ofSeconds(5), null, null)
                .of(List.of(photo("a.jpg", "x")), ResultFormat.json(out), (a, b) -> {});

        assertThat(tier.asked)
                .containsExactly(
                        "name=%C3%A4%20b%26c.jpg&confidence=0.4&classes=dog%2Cwine%20glass",
                        "name=a.jpg&confidence=0.0001");
    }

    @Test
    void noResultTakesTheNameOfAnotherFile() throws Exception {
        Path mine = Files.writeString(folder.resolve("dog-predicted.jpg"), "mine");
        Files.createDirectory(folder.resolve("other"));

        run(List.of(photo("dog.jpg", "x"), photo("other/dog.jpg", "x")), ResultFormat.json(out));

        assertThat(mine).hasContent("mine");
        assertThat(lines())
                .extracting(
                        line -> Path.of(line.path("file").asString("")).getFileName().toString())
                .containsExactly("dog-predicted-2.jpg", "dog-predicted-3.jpg");
    }

    @Test
    void aPictureThatIsToBeCalledPngIsOne() throws Exception {
        ByteArrayOutputStream jpeg = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(20, 10, BufferedImage.TYPE_INT_RGB), "jpg", jpeg);
        tier.annotated = jpeg.toByteArray();

        new PredictionRun(client, ALL, Duration.ofSeconds(20), new NewFiles(folder, false), "W.PNG")
                .of(List.of(photo("a.jpg", "x")), ResultFormat.json(out), (a, b) -> {});

        assertThat(Files.readAllBytes(folder.resolve("W.PNG"))).startsWith(0x89, 'P', 'N', 'G');
        assertThat(ImageIO.read(folder.resolve("W.PNG").toFile()).getWidth()).isEqualTo(20);
    }

    @Test
    void csvHasALineForEachThingAndQuotesWhatNeedsIt() throws Exception {
        run(List.of(photo("a,b.jpg", "x")), new CsvFormat(out));

        assertThat(said.toString(UTF_8).split("\r\n"))
                .containsExactly(
                        "photo,class,confidence,x,y,width,height",
                        "\"" + folder.resolve("a,b.jpg") + "\",dog,0.900000,10.0,20.0,40.0,30.0",
                        "\""
                                + folder.resolve("a,b.jpg")
                                + "\",\"cat, \"\"small\"\"\",0.500000,0.0,0.0,200.0,100.0");
    }

    @Test
    void cocoNumbersWhatTheModelKnowsAndAddsTheRest() throws Exception {
        run(
                List.of(photo("a.jpg", "x"), photo("b.jpg", "broken")),
                new CocoFormat(out, new ClassNumbers(client.classes())));

        JsonNode document = lines().getFirst();
        assertThat(document.path("images")).hasSize(1);
        assertThat(document.path("annotations").get(0).path("category_id").asInt()).isEqualTo(2);
        assertThat(document.path("annotations").get(0).path("bbox").toString())
                .isEqualTo("[10.0,20.0,40.0,30.0]");
        assertThat(document.path("categories").get(2).path("name").asString(""))
                .isEqualTo("cat, \"small\"");
    }

    @Test
    void yoloWritesALabelFileForEachPhotoAndTheNames() throws Exception {
        List<Photo> photos = List.of(photo("a.jpg", "x"));
        run(photos, yolo(photos, false));

        assertThat(folder.resolve("a.txt"))
                .content()
                .startsWith("1 0.150000 0.350000 0.200000 0.300000 0.900000\n");
        assertThat(folder.resolve("classes.txt")).hasContent("cat\ndog\ncat, \"small\"");
    }

    /** Whoever reads labels takes classes.txt for the names, whatever photos are called. */
    @Test
    void yoloKeepsTheNamesInTheirFileBesideAPhotoThatIsCalledLikeIt() throws Exception {
        for (int time = 0; time < 2; time++) {
            List<Photo> photos = List.of(photo("classes.jpg", "x"));
            run(photos, yolo(photos, false));
        }

        assertThat(folder.resolve("classes.txt")).hasContent("cat\ndog\ncat, \"small\"");
        assertThat(folder.resolve("classes-2.txt")).content().startsWith("1 0.15");
        assertThat(folder.toFile().list((_, name) -> name.endsWith(".txt")))
                .containsExactlyInAnyOrder("classes.txt", "classes-2.txt", "classes-2-2.txt");
    }

    /** Whoever trains with them would read one picture's boxes as another's. */
    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void yoloNeverGivesAPhotosLabelsTheNameOfAnother(boolean force) throws Exception {
        Files.createDirectory(folder.resolve("b"));
        List<Photo> photos =
                List.of(
                        photo("classes.jpg", "x"),
                        photo("a.jpg", "x"),
                        photo("a.png", "x"),
                        photo("b/A.jpg", "x"),
                        photo("a-2.jpg", "x"),
                        photo("classes-2.jpg", "x"));

        for (int time = 0; time < 2; time++) {
            said.reset();
            run(photos, yolo(photos, force));
        }

        if (force) {
            assertThat(said.toString(UTF_8).lines())
                    .containsExactly(
                            saved("classes-3.txt") + " for " + photos.getFirst().label(),
                            saved("a.txt"),
                            saved("a-3.txt") + " for " + photos.get(2).label(),
                            saved("A.txt"),
                            saved("a-2.txt"),
                            saved("classes-2.txt"));
        }
        assertThat(folder.toFile().list((_, name) -> name.endsWith(".txt")))
                .hasSize(force ? 7 : 13);
    }

    private String saved(String name) {
        return "Saved " + folder.resolve(name);
    }

    private YoloFormat yolo(List<Photo> photos, boolean force) throws Exception {
        return new YoloFormat(
                out, new NewFiles(folder, force), new ClassNumbers(client.classes()), photos);
    }

    @Test
    void aTierThatIsGoneEndsTheRun() {
        tier.close();

        assertThatThrownBy(() -> run(List.of(photo("a.jpg", "x")), ResultFormat.json(out)))
                .isInstanceOf(IOException.class);
    }

    @Test
    void aTierThatDiesInTheMidstLeavesAFailedLineForEachPhotoThatIsLeft() {
        List<Photo> photos =
                IntStream.range(0, 9).mapToObj(i -> photo("p" + i + ".png", "x")).toList();
        PredictionRun run = new PredictionRun(client, ALL, Duration.ofSeconds(20), null, null);

        assertThatThrownBy(
                        () ->
                                run.of(
                                        photos,
                                        ResultFormat.json(out),
                                        (done, of) -> {
                                            if (done == 1) {
                                                tier.close();
                                            }
                                        }))
                .isInstanceOf(IOException.class);

        assertThat(lines())
                .extracting(line -> line.path("photo").asString(""))
                .containsExactly(photos.stream().map(Photo::label).toArray(String[]::new));
        assertThat(lines().getFirst().path("status").asString("")).isEqualTo("succeeded");
        assertThat(lines().getLast().path("status").asString("")).isEqualTo("failed");
        assertThat(lines().getLast().path("error").asString("")).contains("connection");
    }

    @Test
    void aFormWithoutAPlaceForWhatIsLostTellsHowManyAndKeepsTheRest() {
        List<Photo> photos =
                IntStream.range(0, 9).mapToObj(i -> photo("p" + i + ".png", "x")).toList();
        List<String> told = new ArrayList<>();
        ResultFormat coco =
                ResultFormat.tellingTroubles(
                        new CocoFormat(out, new ClassNumbers(List.of())), told::add);
        PredictionRun run = new PredictionRun(client, ALL, Duration.ofSeconds(20), null, null);

        assertThatThrownBy(
                        () ->
                                run.of(
                                        photos,
                                        coco,
                                        (done, of) -> {
                                            if (done == 1) {
                                                tier.close();
                                            }
                                        }))
                .isInstanceOf(IOException.class);

        int done = lines().getFirst().path("images").size();
        assertThat(done).isBetween(1, 8);
        assertThat(told).hasSize(1);
        assertThat(told.getFirst())
                .startsWith(Integer.toString(9 - done))
                .endsWith("not done: the connection to the system is lost");
    }

    private int run(List<Photo> photos, ResultFormat format) throws Exception {
        @Nullable NewFiles pictures = new NewFiles(folder, false);
        return new PredictionRun(client, ALL, Duration.ofSeconds(20), pictures, null)
                .of(photos, format, (done, of) -> {});
    }

    private List<JsonNode> lines() {
        return said.toString(UTF_8).lines().map(Json::read).toList();
    }

    private Photo photo(String name, String content) {
        Path file = folder.resolve(name);
        try {
            Files.writeString(file, content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return Photo.file(file);
    }
}
