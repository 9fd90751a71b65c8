package dev.polybot.load.command;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import picocli.CommandLine;
import picocli.CommandLine.Help.Ansi;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

class LoadCommandTests {

    @TempDir private Path folder;

    @Test
    void aMistakeIsSaidBeforeAnythingIsAsked() throws IOException {
        String picture = picture();

        assertThat(run("queue")).contains("2: ", "PICTURE");
        assertThat(run("queue", folder.resolve("none.jpg").toString()))
                .contains("2: There is no file");
        assertThat(run("queue", "--rate", "3", "--burst", "4", picture))
                .contains("2: ", "give one of");
        assertThat(run("queue", "--rate", "x", picture)).contains("2: ");
        assertThat(run("queue", "--ramp", "1-5", picture)).contains("2: ", "1..20");
        assertThat(run("queue", "--expect", "nowhere.csv", picture))
                .contains("2: There is no file");
        assertThat(run("queue", picture)).contains("2: ", "SQS_QUEUE_IDENTIFY");
        assertThat(run("webhook", picture)).contains("2: ", "TELEGRAM_API_URL");
        assertThat(run("rest", picture)).contains("2: ", "POLYBOT_REST_URL");
        assertThat(run("rest", "--endpoint", "soap", picture)).contains("2: ", "--endpoint");
        assertThat(run("webhook", "--chats", "0", picture)).contains("2: ", "--chats takes 1 to");
        assertThat(run("fly"))
                .contains("2: There is no way in called `fly`.", "queue, rest, webhook");
        assertThat(run("webhok", picture)).contains("Did you mean `webhook`?");
        assertThat(run("rset", picture)).contains("Did you mean `rest`?");
        assertThat(run("queue", "--brust", "3", picture)).contains("Did you mean `--burst`?");
        assertThat(run("queue", "--pictres", picture)).contains("There is no option --pictres");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "queue --rate abc | --rate takes a number, such as 2.5, and not abc.",
                "queue --every 1,5 | --every takes a number, such as 2.5, and not 1,5.",
                "queue --max-p95 fast | --max-p95 takes a number, such as 2.5, and not fast.",
                "rest --total 3.5 | --total takes a whole number, such as 10, and not 3.5.",
                "rest --seed x | --seed takes a whole number, such as 10, and not x.",
                "rest --total 99999999999 | --total takes a smaller number, and not 99999999999.",
                "webhook --chats many | --chats takes a whole number, such as 10, and not many.",
                "rest --url a^b | --url takes an address, such as http://127.0.0.1:8090, and not a^b.",
                "rest --detector a^b | --detector takes an address, such as http://127.0.0.1:8090, and not a^b.",
                "rest --total | Missing required parameter for option '--total'",
            })
    void whatAnOptionTakesIsSaidInWords(String line, String sentence) {
        assertThat(run(line.split(" "))).startsWith("2: " + sentence).contains("--help");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "--over 5 | --over goes with --ramp",
                "--concurrency 2 --every 2 | --every goes with --burst",
                "--timeout 0 | --timeout is more than 0 and at most 3600 seconds",
                "--timeout -1 | --timeout is more than 0 and at most 3600 seconds",
                "--timeout 7200 | --timeout is more than 0 and at most 3600 seconds",
                "--settle -1 | --settle takes 0 to 86400 seconds",
                "--iou 0 | --iou is more than 0 and at most 1",
                "--min-score 2 | --min-score takes 0 to 1",
                "--max-in-flight 0 | --max-in-flight takes 1 to 10000 requests",
                "--burst 0 | --burst takes 1 to 1000000 requests",
                "--every 0 | --every is more than 0 seconds",
                "--rate 0 | --rate is more than 0",
                "--rate -1 | --rate and --ramp take 0 to 10000 a second",
                "--ramp 0..0 | --ramp from 0 to 0 sends nothing",
                "--ramp 1..2 --over 0 | --over is more than 0 seconds",
                "--concurrency 0 | --concurrency takes 1 to 1000 senders",
                "--total 0 | --total takes 1 to 1000000 requests",
                "--duration 0 | --duration is more than 0 seconds and at most 24 hours"
            })
    void aNumberOutOfItsRangeIsToldWithItsOption(String options, String sentence)
            throws IOException {
        List<String> arguments = new ArrayList<>(List.of("queue"));
        arguments.addAll(List.of(options.split(" ")));
        arguments.add(picture());

        assertThat(check(arguments.toArray(String[]::new)))
                .startsWith("2: This cannot be done: " + sentence + '.');
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "queue", "rest", "webhook", "compare"})
    void itsHelpIsAlsoThereBeforeItIsBuilt(String way) throws IOException {
        CommandLine line = LoadCommand.line(Map.of("POLYBOT_LOAD_NAME", "./polybot load"));
        CommandLine asked = way.isEmpty() ? line : line.getSubcommands().get(way);
        String help = asked.setUsageHelpAutoWidth(false).getUsageMessage(Ansi.OFF);
        Path text =
                Path.of(
                        "../local-stack/src/help",
                        way.isEmpty() ? "load.txt" : "load-" + way + ".txt");
        if (Boolean.getBoolean("help.apply")) {
            Files.writeString(text, help);
        }

        assertThat(text).as("-Dhelp.apply=true writes the text anew").hasContent(help);
    }

    @Test
    void expectationsMustBeAboutThePictures() throws IOException {
        Path list = folder.resolve("list.csv");
        Files.writeString(list, "other.jpg,dog\n");

        assertThat(run("queue", "--expect", list.toString(), picture()))
                .contains("2: ", "names none of the pictures");
    }

    @Test
    void anotherMachineIsRefused() throws IOException {
        assertThat(run("webhook", "--chat-server", "http://203.0.113.9/", picture()))
                .contains("2: ", "203.0.113.9 is not this machine", "--i-may-load");
        assertThat(run("rest", "--url", "http://0.0.0.0:8090/", picture()))
                .contains("2: ", "127.0.0.1");
        assertThat(run(aws("http://203.0.113.9:4566"), "queue", picture()))
                .contains("2: ", "--i-may-load 203.0.113.9");
    }

    /** As `./polybot load` asks before it starts a system. */
    @Test
    void whatIsWrongIsSaidWhereOnlyTheArgumentsAreJudged() throws IOException {
        String picture = picture();
        String text = Files.writeString(folder.resolve("README.md"), "# Read me").toString();
        String file = Files.writeString(folder.resolve("taken"), "").toString();

        assertThat(check("queue", text)).contains("2: README.md is no picture");
        assertThat(check("rest", "--url", "http://203.0.113.9/", picture))
                .contains("2: 203.0.113.9 is not this machine");
        assertThat(check("webhook", "--chat-server", "http://203.0.113.9/", picture))
                .contains("2: 203.0.113.9 is not this machine");
        assertThat(check("queue", "--detector", "ftp://127.0.0.1/", picture))
                .contains("2: The address ftp://127.0.0.1/ begins neither");
        assertThat(check("queue", "--warm-up", "-1", picture)).contains("2: ", "--warm-up");
        assertThat(LoadCommand.run(Map.of(), "queue", "--check-only", "--report", file, picture))
                .isEqualTo(ExitCodes.USAGE);
        assertThat(run(Map.of("POLYBOT_API_KEY", "two words"), "rest", "--check-only", picture))
                .contains("2: ", "POLYBOT_API_KEY");
        assertThat(check("queue", picture)).isEqualTo("0: ");
        assertThat(check("rest", picture)).isEqualTo("0: ");
        assertThat(check("webhook", picture)).isEqualTo("0: ");
        assertThat(folder.resolve("report")).doesNotExist();
    }

    @Test
    void aSystemThatIsNotThereIsSaidToBe() throws IOException {
        assertThat(run("webhook", "--chat-server", "http://127.0.0.1:9/", picture()))
                .contains(
                        "3: ",
                        "The system cannot be reached: nobody answers at http://127.0.0.1:9/",
                        "is the system up there?");
    }

    @Test
    void whatIsPassedOverIsSaidBeforeTheLoad() throws IOException {
        picture();
        Files.writeString(folder.resolve("notes.txt"), "");

        assertThat(run("rest", "--url", "http://127.0.0.1:1/", folder.toString()))
                .contains("Loading: ", "Passed over", "notes.txt");
    }

    @ParameterizedTest
    @CsvSource({"rest, --url", "webhook, --chat-server"})
    void aSystemThatIsNotThereLeavesNoReportAndSparesAnEarlierOne(String way, String option)
            throws IOException {
        String picture = picture();

        assertThat(run(way, option, "http://127.0.0.1:1/", picture)).contains("3: ");
        assertThat(folder.resolve("report")).doesNotExist();

        Files.createDirectory(folder.resolve("report"));
        Path earlier = Files.writeString(folder.resolve("report/summary.json"), "{}");
        assertThat(run(way, option, "http://127.0.0.1:1/", "--force", picture)).contains("3: ");
        assertThat(earlier).hasContent("{}");
    }

    /** Whether it is an earlier report or a stranger's files, and before a system is asked or started. */
    @ParameterizedTest
    @ValueSource(strings = {"queue", "rest", "webhook"})
    void aReportTakesNoPlaceThatIsTakenUnlessForceSaysSo(String way) throws IOException {
        String picture = picture();
        Path report = Files.createDirectory(folder.resolve("report"));
        assertThat(check(way, picture)).as("an empty folder").isEqualTo("0: ");

        Files.writeString(report.resolve("notes.txt"), "mine");
        for (String answer : List.of(check(way, picture), run(way, picture))) {
            assertThat(answer)
                    .startsWith("2: This cannot be done: " + report + " is not empty")
                    .contains("another --report", "--force")
                    .doesNotContain("Loading");
        }
        assertThat(check(way, "--force", picture)).isEqualTo("0: ");
    }

    @ParameterizedTest
    @ValueSource(strings = {"queue", "rest", "webhook"})
    void everyCommandHasItsHelp(String command) {
        PrintStream before = System.out;
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        System.setOut(new PrintStream(out, true));
        try {
            assertThat(run(command, "--help")).startsWith("0: ");
        } finally {
            System.setOut(before);
        }
        assertThat(out.toString()).contains("Usage: load-tester " + command, "--i-may-load");
    }

    @ParameterizedTest
    @ValueSource(strings = {"-V", "rest -V"})
    void theVersionIsThatOfTheBuild(String arguments) throws IOException {
        String version =
                Files.readString(Path.of("pom.xml"))
                        .replaceFirst("(?s).*?<version>(.*?)</version>.*", "$1");
        PrintStream before = System.out;
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        System.setOut(new PrintStream(out, true));
        try {
            assertThat(LoadCommand.run(Map.of(), arguments.split(" "))).isZero();
        } finally {
            System.setOut(before);
        }
        assertThat(out.toString()).isEqualToIgnoringNewLines("Polybot load tester " + version);
    }

    @Test
    void theCommandIsReportedAsAShellWouldReadIt() {
        Invocation invocation =
                new Invocation(
                        Map.of("POLYBOT_LOAD_NAME", "./polybot load"),
                        List.of("queue", "--title", "it's a test", "a.jpg"));

        assertThat(invocation.commandLine())
                .isEqualTo("./polybot load queue --title 'it'\\''s a test' a.jpg");
    }

    @Test
    void theFolderOfTheSystemIsReportedAndIsInNoHint() throws IOException {
        Map<String, String> environment =
                Map.of("POLYBOT_LOAD_NAME", "./polybot load", "POLYBOT_LOAD_DATA", "my data");

        assertThat(new Invocation(environment, List.of("rest", "a.jpg")).commandLine())
                .isEqualTo("./polybot load --data 'my data' rest a.jpg");
        assertThat(run(environment, "rest", "--brust", "3", picture()))
                .contains("`./polybot load rest --help` says more.");
    }

    private String check(String... arguments) {
        List<String> all = new ArrayList<>(List.of(arguments));
        all.add("--check-only");
        return run(all.toArray(String[]::new));
    }

    private static Map<String, String> aws(String endpoint) {
        return Map.of(
                "SQS_QUEUE_IDENTIFY", "identify",
                "BUCKET_NAME", "images",
                "TABLE_NAME", "predictions",
                "AWS_DEFAULT_REGION", "eu-central-1",
                "AWS_ENDPOINT_URL", endpoint);
    }

    private String picture() throws IOException {
        return Files.write(
                        folder.resolve("a.jpg"), new byte[] {(byte) 0xFF, (byte) 0xD8, (byte) 0xFF})
                .toString();
    }

    private String run(String... arguments) {
        return run(Map.of(), arguments);
    }

    /** The exit code and what was said on standard error. */
    private String run(Map<String, String> environment, String... arguments) {
        List<String> all = new ArrayList<>(List.of(arguments));
        if (all.size() > 1 && !all.contains("--help")) {
            all.add(1, "--report=" + folder.resolve("report"));
        }
        PrintStream before = System.err;
        ByteArrayOutputStream said = new ByteArrayOutputStream();
        System.setErr(new PrintStream(said));
        try {
            return LoadCommand.run(environment, all.toArray(String[]::new)) + ": " + said;
        } finally {
            System.setErr(before);
        }
    }
}
