package dev.polybot.local.command;

import static org.assertj.core.api.Assertions.assertThat;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpServer;

import dev.polybot.local.predict.FakeTier;
import dev.polybot.local.predict.PhotoArguments;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.RandomAccessFile;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

class PolybotCommandTests {

    private static final byte[] JPEG = {(byte) 0xFF, (byte) 0xD8, (byte) 0xFF};

    @TempDir private Path folder;

    @Test
    void aFileThatCannotBeSentIsAMistakeBeforeAnythingStarts() throws IOException {
        assertThat(run("predict", folder.resolve("nothing.jpg").toString()))
                .contains("2: There is no file");
        assertThat(run("predict", folder.toString())).contains("2: ", "holds no pictures");
        assertThat(run("send", folder.toString())).contains("2: ", "holds no pictures");
        assertThat(run("predict", "../README.md")).contains("2: ", "is no picture");
        Files.createSymbolicLink(folder.resolve("link.jpg"), Path.of("gone.jpg"));
        assertThat(run("send", folder.resolve("link.jpg").toString()))
                .contains("2: ", "is a link to gone.jpg, which is not there");
        assertThat(run("send", file("empty.jpg", 0))).contains("2: ", "is empty");
        assertThat(run("send", file("huge.jpg", 51L * 1024 * 1024))).contains("2: ", "50 MB");
        assertThat(run("predict", file("huge.jpg", 51L * 1024 * 1024))).contains("2: ", "50 MB");
    }

    @Test
    void aResultThatWouldTakeAFilesPlaceIsAMistakeUnlessForced() throws IOException {
        String photo = file("a.jpg", 10);

        assertThat(run("predict", "--out", file("mine.jpg", 3), photo))
                .contains("2: ", "is there already. --force replaces it.");
        assertThat(run("predict", "--out", file("mine.jpg", 3), photo, file("b.jpg", 10)))
                .contains("2: ", "--out must be a folder");
    }

    /** It would be a JPEG by another name, or a folder called like a picture. */
    @Test
    void aPlaceThatIsCalledLikeAnotherFormatOrLikeOneOfManyIsRefused() throws IOException {
        String photo = file("a.jpg", 10);

        for (String name : List.of("w.webp", "w.gif", "labels.txt")) {
            assertThat(run("predict", "--out", folder.resolve(name).toString(), photo))
                    .contains("2: Pictures are saved as .jpg or .png, and not as " + name, "mkdir");
        }
        String one = folder.resolve("one.jpg").toString();
        assertThat(run("predict", "--out", one, photo, file("b.jpg", 10)))
                .contains("2: --out must be a folder when there are several photos", "mkdir");
        assertThat(run("predict", "--out", one, folder.toString()))
                .contains("2: --out must be a folder when there are several photos");
        assertThat(folder.resolve("one.jpg")).doesNotExist();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "up --port 99999 | a port is a number from 0 to 65535, and not 99999",
                "up --port x | a port is a number",
                "up --rest-port -1 | a port is a number",
                "send --timeout -5 --text x | seconds are a whole number from 1",
                "send --timeout 0 --text x | seconds are a whole number from 1",
                "predict --timeout soon x.jpg | seconds are a whole number from 1",
                "predict --confidence 40 x.jpg | over 0 and at most 1, such as 0.4 or 40%, and not 40",
                "predict --confidence 101% x.jpg | such as 0.4 or 40%, and not 101%",
                "predict --confidence 0 x.jpg | such as 0.4 or 40%, and not 0",
                "predict --confidence sure x.jpg | such as 0.4 or 40%, and not sure",
                "predict --rest notaurl x.jpg | an address is one such as http://127.0.0.1:8090, and not notaurl",
                "predict --rest localhost:8090 x.jpg | and not localhost:8090",
                "predict --rest http://h:99999 x.jpg | and not http://h:99999",
                "send --page http:/x --text x | and not http:/x",
                "up --bots two | --bots takes a whole number, such as 10, and not two.",
                "simulate --rate 1,5 | --rate takes a number, such as 2.5, and not 1,5.",
                "simulate --pictures 99999999999 | --pictures takes a smaller number, and not 99999999999.",
                "simulate --min 5 --max 2 | --min must be 0 or more and not above --max, which must be 1 or more.",
                "simulate --service 0 | --service must be above 0, and --workers 1 or more.",
                "predict --json --format csv x.jpg | either --json or --format",
                "predict --format xml x.jpg | --format takes one of csv, yolo, coco, and not xml.",
                "predcit x.jpg | There is no command `predcit`. Did you mean `predict`?",
                "predict --confidense 0.4 x.jpg | Did you mean `--confidence`?",
                "models gte yolov5s | There is no command `gte`. Did you mean `get`?",
                "models lsit | There is no command `lsit`.",
                "models evalaute x | Did you mean `evaluate`?",
                "dwon | Did you mean `down`?",
                "u | Did you mean `up`?",
                "sned x.jpg | Did you mean `send`?",
                "send --captoin=predict x.jpg | Did you mean `--caption`?",
                "up --prot 0 | Did you mean `--port`?",
                "simulate --sede 3 | Did you mean `--seed`?",
                "predict --conf 0.4 x.jpg | Did you mean `--confidence`?",
                "predict -v x.jpg | There is no option -v. Did you mean `-V`?",
                "pred x.jpg | Did you mean `predict`?",
                "help foo | There is no command `foo`.",
                "help sned | There is no command `sned`. Did you mean `send`?",
                "predict -x.jpg | There is no option -x.jpg. A file is named ./-x.jpg.",
                "predict | PHOTO is missing.",
                "predict --out - x.jpg | not to standard output; a folder of that name is ./-",
                "send --out - x.jpg | not to standard output; a folder of that name is ./-",
                "up --data ../README.md | ../README.md is no folder.",
                "predict --data=../README.md ../docs/samples/chelsea.jpg | ../README.md is no folder.",
                "status extra | Too much was given: extra.",
            })
    void aMistakeIsToldInWordsWithWhatWasMeant(String line, String sentence) {
        assertThat(run(line.split(" ")))
                .startsWith("2: ")
                .contains(sentence)
                .doesNotContain("Exception");
    }

    @Test
    void anOptionOfOneLetterIsNotMeantByAnotherLetter() {
        assertThat(run("predict", "-x", "a.jpg"))
                .contains("2: There is no option -x.")
                .doesNotContain("Did you mean");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/proc/nowhere", "/dev/null/in"})
    void aPlaceThatCannotBeWrittenIsToldBeforeAnythingStarts(String place) throws IOException {
        assertThat(run("predict", "--out", place, file("a.jpg", 10)))
                .startsWith("2: ")
                .doesNotContain("Exception");
    }

    @Test
    void whereNobodyAnswersIsSaidWithTheAddress() throws IOException {
        assertThat(run("predict", "--rest", "http://127.0.0.1:1", file("a.jpg", 10)))
                .startsWith("3: Nobody answers at http://127.0.0.1:1.")
                .contains("is the system up there?");
        assertThat(run("send", "--page", "http://127.0.0.1:1", "--text", "hello"))
                .startsWith("3: Nobody answers at http://127.0.0.1:1.");
    }

    @Test
    void anAddressThatDoesNotSpeakHttpsIsToldWithTheOneThatMayBeMeant() throws Exception {
        try (ServerSocket plain = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
            Thread.startVirtualThread(() -> answerPlainly(plain));
            String http = "http://127.0.0.1:" + plain.getLocalPort();
            String https = http.replace("http:", "https:");

            assertThat(run("predict", "--rest", https, file("a.jpg", 10)))
                    .startsWith("3: No encrypted connection can be made to " + https + ".")
                    .contains("give " + http + ".");
            assertThat(run("send", "--page", https, "--text", "hello"))
                    .startsWith("3: No encrypted connection can be made to " + https + ".")
                    .contains("give " + http + ".");
        }
    }

    private static void answerPlainly(ServerSocket server) {
        while (true) {
            try (Socket caller = server.accept()) {
                int _ = caller.getInputStream().read(new byte[4096]);
                caller.getOutputStream().write("HTTP/1.1 400 \r\n\r\n".getBytes(UTF_8));
            } catch (IOException closed) {
                return;
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"title\":\"Not Found\"}", "<html>", ""})
    void anAddressThatIsNoRestTierAndNoChatPageIsSaidToBeNone(String body) throws IOException {
        HttpServer other =
                HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        other.createContext(
                "/",
                exchange -> {
                    try (exchange) {
                        exchange.sendResponseHeaders(404, 0);
                        exchange.getResponseBody().write(body.getBytes(UTF_8));
                    }
                });
        other.start();
        try {
            String address = "http://127.0.0.1:" + other.getAddress().getPort();
            assertThat(run("predict", "--rest", address, file("a.jpg", 10)))
                    .startsWith("3: " + address + " is no REST tier of Polybot.");
            assertThat(run("predict", "--rest", address, "--only", "dog", file("a.jpg", 10)))
                    .startsWith("3: " + address + " is no REST tier of Polybot.");
            assertThat(run("send", "--page", address, "--text", "hello"))
                    .startsWith("3: " + address + " is no chat page of Polybot.");
        } finally {
            other.stop(0);
        }
    }

    /** Whoever reads results as data finds every photo in them. */
    @Test
    void aFileThatIsNoPictureHasItsPlaceInDataAloneAsAmongOthers() throws IOException {
        String bad = Files.writeString(folder.resolve("bad.jpg"), "broken").toString();
        try (FakeTier tier = new FakeTier()) {
            assertThat(output(() -> assertThat(predict(tier, "--json", bad)).startsWith("1: ")))
                    .contains("\"status\":\"failed\"");
            assertThat(
                            output(
                                    () ->
                                            assertThat(predict(tier, "--format", "coco", bad))
                                                    .startsWith("1: ")))
                    .contains("\"images\":[]");
            assertThat(predict(tier, bad)).startsWith("2: ").contains("is no picture");
        }
    }

    /** As the chat takes it. */
    @ParameterizedTest
    @CsvSource({
        "0.4, 0.4",
        "'0,4', 0.4",
        ".4, 0.4",
        "40%, 0.4",
        "'40 %', 0.4",
        "'0,5%', 0.005",
        "1, 1",
        "100%, 1"
    })
    void aConfidenceIsAPartOfOneOrPerCent(String given, double meant) {
        assertThat(new Confidence().convert(given)).isEqualTo(meant);
    }

    @Test
    void thereIsEitherATextOrPictures() throws IOException {
        String photo = file("a.jpg", 10);

        assertThat(run("send")).contains("2: Give either");
        assertThat(run("send", "--text", "hello", photo)).contains("2: Give either");
        assertThat(run("send", "--text", "hello", "--caption", "predict"))
                .contains("2: A --caption");
    }

    @Test
    void aClassThatTheModelDoesNotKnowIsToldOnceWithWhatWasMeant() throws IOException {
        try (FakeTier tier = new FakeTier()) {
            assertThat(predict(tier, "--only", "cat,dgo", file("a.jpg", 10)))
                    .startsWith(
                            "2: The model in use does not know dgo (did you mean dog?). It knows cat, dog.");
        }
    }

    /** Who keeps the lines of a format wants no pictures beside them, unless they are asked for. */
    @ParameterizedTest
    @ValueSource(strings = {"csv", "coco", "yolo", "CSV"})
    void withAFormatPicturesAreSavedOnlyWhereOutSays(String format) throws IOException {
        String name = "saved-by-" + format;
        String photo = file(name + ".jpg", 10);
        Path unasked = Path.of(name + PhotoArguments.PREDICTED + ".jpg");
        Path labels = Path.of(name + ".txt");
        try (FakeTier tier = new FakeTier()) {
            assertThat(predict(tier, "--format", format, photo)).startsWith("0: ");
            assertThat(unasked).doesNotExist();

            String out = folder.resolve("out").toString();
            assertThat(predict(tier, "--format", format, "--out", out, photo)).startsWith("0: ");
            assertThat(folder.resolve("out").resolve(unasked)).exists();
        } finally {
            Files.deleteIfExists(unasked);
            if (Files.deleteIfExists(labels)) {
                Files.deleteIfExists(Path.of("classes.txt"));
            }
        }
    }

    @Test
    void thereIsAtLeastOneBotAndNoCrowd() {
        assertThat(run("up", "--bots", "0")).contains("2: --bots must be 1 to 8");
        assertThat(run("up", "--bots", "9")).contains("2: --bots must be 1 to 8");
    }

    @ParameterizedTest
    @CsvSource({
        "compare before after, true",
        "help queue, true",
        "--version, true",
        "rest --help, true",
        "'', true",
        "rest --url http://127.0.0.1:8090 photo.jpg, true",
        "rest --url=http://127.0.0.1:8090 photo.jpg, true",
        "webhook --chat-server http://127.0.0.1:8080 photo.jpg, true",
        "queue photo.jpg, false",
        "webhook --caption help photo.jpg, false"
    })
    void aSystemIsStartedForALoadAloneAndNotBesideOneWhoseAddressIsGiven(
            String arguments, boolean none) {
        List<String> given = arguments.isEmpty() ? List.of() : List.of(arguments.split(" "));

        assertThat(LoadCommand.asksNoSystem(given)).isEqualTo(none);
    }

    @Test
    void anUnknownCommandPointsToTheHelp() {
        assertThat(run("fly")).contains("2: ", "./polybot --help");
        assertThat(run("predict")).contains("2: ", "./polybot predict --help");
    }

    @ParameterizedTest
    @ValueSource(strings = {"up", "down", "status", "predict", "send", "models"})
    void everyCommandHasTheHelpThatItsMistakesPointTo(String command) {
        PrintStream before = System.out;
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        System.setOut(new PrintStream(out, true));
        try {
            assertThat(run(command, "--help")).startsWith("0: ");
        } finally {
            System.setOut(before);
        }
        assertThat(out.toString()).contains("Usage: polybot " + command);
    }

    @ParameterizedTest
    @ValueSource(strings = {"-V", "--version", "send -V"})
    void theVersionIsThatOfTheBuild(String arguments) throws IOException {
        String version =
                Files.readString(Path.of("pom.xml"))
                        .replaceFirst("(?s).*?<version>(.*?)</version>.*", "$1");

        assertThat(output(() -> assertThat(run(arguments.split(" "))).isEqualTo("0: ")))
                .isEqualToIgnoringNewLines("Polybot " + version);
    }

    private String file(String name, long size) throws IOException {
        Path file = folder.resolve(name);
        Files.deleteIfExists(file);
        try (RandomAccessFile content = new RandomAccessFile(file.toFile(), "rw")) {
            content.setLength(size);
            if (size >= JPEG.length) {
                content.write(JPEG);
            }
        }
        return file.toString();
    }

    private static String predict(FakeTier tier, String... arguments) {
        List<String> all = new ArrayList<>(List.of("predict", "--rest", tier.address().toString()));
        all.addAll(List.of(arguments));
        return run(all.toArray(String[]::new));
    }

    private static String output(Runnable command) {
        PrintStream before = System.out;
        ByteArrayOutputStream said = new ByteArrayOutputStream();
        System.setOut(new PrintStream(said));
        try {
            command.run();
        } finally {
            System.setOut(before);
        }
        return said.toString();
    }

    /** The exit code and what was said on standard error. */
    private static String run(String... arguments) {
        PrintStream before = System.err;
        ByteArrayOutputStream said = new ByteArrayOutputStream();
        System.setErr(new PrintStream(said));
        try {
            return PolybotCommand.run(arguments) + ": " + said;
        } finally {
            System.setErr(before);
        }
    }
}
