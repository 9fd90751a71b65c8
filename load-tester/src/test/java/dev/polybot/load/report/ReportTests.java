package dev.polybot.load.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.polybot.load.observe.Sample;
import dev.polybot.load.observe.Sample.Depth;
import dev.polybot.load.run.Booking;
import dev.polybot.load.run.Outcome;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.xml.sax.InputSource;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import javax.xml.parsers.DocumentBuilderFactory;

class ReportTests {

    private static final long MILLI = 1_000_000;
    private static final String HOSTILE = "</title><script>alert(1)</script>\u001b[31m\"&'";

    @TempDir private Path folder;

    @Test
    void figuresAreCounted() {
        List<Booking> bookings = new ArrayList<>(hundred());
        bookings.add(booking(100, Outcome.WRONG, 1000, 5, "found 1 cat"));
        bookings.add(booking(101, Outcome.LOST, 1000, -1, ""));
        bookings.add(booking(102, Outcome.FAILED, 1000, 5, "no"));

        Figures figures = Figures.of(bookings, 0);

        assertThat(figures.sent()).isEqualTo(103);
        assertThat(figures.right()).isEqualTo(100);
        assertThat(figures.wrong()).isEqualTo(1);
        assertThat(figures.lost()).isEqualTo(1);
        assertThat(figures.failed()).isEqualTo(1);
        assertThat(figures.isClean()).isFalse();
        assertThat(figures.latency().count()).as("a lost or failed one has no time").isEqualTo(101);
        assertThat(figures.latency().p50()).isCloseTo(49, within(1.5));
        assertThat(figures.latency().p95()).isCloseTo(94, within(1.5));
        assertThat(figures.stages()).containsEntry("inference", 40.0);
    }

    @Test
    void aRunWithoutFaultIsFlawless() {
        assertThat(Figures.of(hundred(), 0).isFlawless()).isTrue();
        assertThat(Figures.of(hundred(), 1).isFlawless()).as("something unasked for").isFalse();
        assertThat(Figures.of(List.of(), 0).isFlawless()).as("nothing was sent").isFalse();
    }

    @Test
    void thePageIsWellFormedAndNeedsNothingElse() throws Exception {
        String page = HtmlReport.of(record(hundred(), samples()), Figures.of(hundred(), 0));

        assertWellFormed(page);
        assertThat(page).contains("100 of 100 right, none lost, none answered twice.");
        assertThat(page).doesNotContain("<script", "http://", "https://", "@import", "url(");
        assertThat(page).contains("prefers-color-scheme: dark", "Where the time went");
        assertThat(page.split("<svg", -1)).as("five plots").hasSize(6);
    }

    @Test
    void whatIsNotKnownIsSaidAndNotDrawn() throws Exception {
        String page = HtmlReport.of(record(hundred(), List.of()), Figures.of(hundred(), 0));

        assertWellFormed(page);
        assertThat(page.split("Not known in this run", -1)).as("queue, workers").hasSize(3);
        assertThat(page.split("<svg", -1)).hasSize(4);
    }

    @Test
    void aRunWithoutASingleAnswerHasAPageToo() throws Exception {
        List<Booking> lost = List.of(booking(0, Outcome.LOST, 0, -1, "no answer in 60000 ms"));

        String page = HtmlReport.of(record(lost, List.of()), Figures.of(lost, 0));

        assertWellFormed(page);
        assertThat(page).contains("0 of 1 right, 1 lost.", "no answer in 60000 ms");
        assertWellFormed(HtmlReport.of(record(List.of(), List.of()), Figures.of(List.of(), 0)));
    }

    @Test
    void whateverASystemAnswersStaysText() throws Exception {
        List<Booking> hostile =
                List.of(
                        new Booking(
                                0, HOSTILE, 0, 0, MILLI, Outcome.WRONG, 2, 0.5, HOSTILE, Map.of()));
        RunRecord record =
                new RunRecord(
                        HOSTILE,
                        HOSTILE,
                        Instant.EPOCH,
                        true,
                        true,
                        Map.of(HOSTILE, HOSTILE),
                        hostile,
                        List.of(),
                        1,
                        List.of(HOSTILE));

        String page = HtmlReport.of(record, Figures.of(hostile, 1));

        assertWellFormed(page);
        assertThat(page).doesNotContain("<script").doesNotContain("\u001b");
    }

    @Test
    void theTableHasARowForEachRequestAndNoFormulas() throws IOException {
        List<Booking> bookings =
                List.of(
                        booking(0, Outcome.RIGHT, 10, 30, "1 dog"),
                        booking(1, Outcome.WRONG, 10, 30, "=cmd|' /C calc'!A0\r\nx,\"y\""));
        StringBuilder table = new StringBuilder();

        CsvReport.write(bookings, table);

        List<String> lines = table.toString().lines().toList();
        assertThat(lines).hasSize(3);
        assertThat(lines.get(1))
                .isEqualTo(
                        "0,\"a.jpg\",10.000,10.000,30.000,20.000,20.000,right,1,1.0000,\"1 dog\"");
        assertThat(lines.get(2)).endsWith(",\"'=cmd|' /C calc'!A0 x,\"\"y\"\"\"");
    }

    @Test
    void filesAreWrittenForPeopleAndMachines() throws IOException {
        ReportFiles files = ReportFiles.in(folder.resolve("new/report"));
        files.prepare();
        RunRecord record = record(hundred(), samples());

        files.write(record, Figures.of(hundred(), 0));

        JsonNode summary = JsonMapper.shared().readTree(Files.readString(files.summary()));
        assertThat(summary.path("flawless").asBoolean(false)).isTrue();
        assertThat(summary.path("figures").path("right").asInt(0)).isEqualTo(100);
        assertThat(summary.path("figures").path("latency").path("p95").asDouble(0)).isPositive();
        assertThat(Files.readAllLines(files.requests())).hasSize(101);
        assertThat(files.page()).isNotEmptyFile();
    }

    @Test
    void axesEndInRoundNumbers() {
        assertThat(Ticks.upTo(97, 5)).isEqualTo(new Ticks(20, 5));
        assertThat(Ticks.upTo(100, 5)).isEqualTo(new Ticks(20, 5));
        assertThat(Ticks.upTo(0, 5).last()).isGreaterThanOrEqualTo(1);
        assertThat(Ticks.upTo(Double.NaN, 5).last()).isGreaterThanOrEqualTo(1);
        assertThat(Ticks.upTo(0.003, 5).last()).isCloseTo(0.003, within(0.001));
        assertThat(Ticks.wholeUpTo(2, 5)).isEqualTo(new Ticks(1, 2));
        assertThat(Ticks.wholeUpTo(12, 5)).isEqualTo(new Ticks(3, 4));
        assertThat(Ticks.wholeUpTo(0, 5).last()).isEqualTo(1);
        assertThat(Ticks.text(12000)).isEqualTo("12\u202f000");
        assertThat(Ticks.text(0.25)).isEqualTo("0.25");
        assertThat(Ticks.text(10 * 0.1 + 0x1p-52)).as("a hair over a whole number").isEqualTo("1");
    }

    @Test
    void stretchesCoverTheRun() {
        List<Bucket> buckets = Bucket.of(hundred(), Figures.of(hundred(), 0).seconds());

        assertThat(buckets.stream().mapToDouble(b -> b.due() * (b.to() - b.from())).sum())
                .isCloseTo(100, within(1e-6));
        assertThat(buckets.stream().mapToLong(b -> b.latency().count()).sum()).isEqualTo(100);
    }

    /** The page as XML: what HTML may leave open is closed first. */
    private static void assertWellFormed(String page) throws Exception {
        Matcher body = Pattern.compile("(?s)<body>.*</body>").matcher(page);
        assertThat(body.find()).isTrue();
        DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new InputSource(new StringReader(body.group())));
    }

    private static RunRecord record(List<Booking> bookings, List<Sample> samples) {
        return new RunRecord(
                "A run",
                "./polybot load queue",
                Instant.parse("2026-11-21T20:00:00Z"),
                false,
                false,
                Map.of("machine", "2 cores"),
                bookings,
                samples,
                0,
                List.of());
    }

    private static List<Sample> samples() {
        return List.of(
                new Sample(0, new Depth(90, 10), 2), new Sample(50 * MILLI, new Depth(0, 0), 2));
    }

    /** A hundred requests due at once and answered one each millisecond. */
    private static List<Booking> hundred() {
        List<Booking> bookings = new ArrayList<>();
        for (int i = 0; i < 100; i++) {
            bookings.add(booking(i, Outcome.RIGHT, 0, i + 1, "1 dog"));
        }
        return bookings;
    }

    private static Booking booking(
            int number, Outcome outcome, long intended, long answered, String words) {
        return new Booking(
                number,
                "a.jpg",
                intended * MILLI,
                intended * MILLI,
                answered < 0 ? -1 : answered * MILLI,
                outcome,
                answered < 0 ? 0 : 1,
                1.0,
                words,
                Map.of("inference", 40L, "total", 60L));
    }
}
