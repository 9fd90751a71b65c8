package dev.polybot.load.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.polybot.load.observe.Sample;
import dev.polybot.load.observe.Sample.Depth;
import dev.polybot.load.run.Outcome;
import dev.polybot.load.run.RequestRecord;

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
    private static final long TIMEOUT = 60_000;
    private static final String HOSTILE = "</title><script>alert(1)</script>\u001b[31m\"&'";

    @TempDir private Path folder;

    @Test
    void figuresAreCounted() {
        List<RequestRecord> requests = new ArrayList<>(hundred());
        requests.add(request(100, Outcome.WRONG, 1000, 5, "found 1 cat"));
        requests.add(request(101, Outcome.LOST, 1000, -1, ""));
        requests.add(request(102, Outcome.FAILED, 1000, 5, "no"));

        RunMetrics metrics = RunMetrics.of(requests, 0);

        assertThat(metrics.sent()).isEqualTo(103);
        assertThat(metrics.right()).isEqualTo(100);
        assertThat(metrics.wrong()).isEqualTo(1);
        assertThat(metrics.lost()).isEqualTo(1);
        assertThat(metrics.failed()).isEqualTo(1);
        assertThat(metrics.isClean()).isFalse();
        assertThat(metrics.latency().count()).as("a failed one has no time").isEqualTo(102);
        assertThat(metrics.latency().p50()).isCloseTo(49, within(1.5));
        assertThat(metrics.latency().p95())
                .as("the lost one is the slowest")
                .isCloseTo(96, within(1.5));
        assertThat(metrics.stages()).containsEntry("inference", 40.0);
    }

    @Test
    void lostRequestsAreSlowerThanTheTimeAllowedInEveryPercentile() {
        List<RequestRecord> requests = new ArrayList<>();
        for (int i = 0; i < 80; i++) {
            boolean lost = i >= 31;
            requests.add(
                    request(i, lost ? Outcome.LOST : Outcome.RIGHT, 0, lost ? -1 : 504, "1 dog"));
        }

        RunMetrics metrics = RunMetrics.of(requests, 0);

        assertThat(metrics.latency().count()).isEqualTo(80);
        assertThat(metrics.latency().least()).isCloseTo(504, within(1.0));
        assertThat(metrics.latency().p50()).isGreaterThanOrEqualTo(TIMEOUT);
        assertThat(metrics.latency().p95()).isGreaterThanOrEqualTo(TIMEOUT);
        assertThat(metrics.perSecond()).as("answers only").isCloseTo(31 / 60.0, within(0.01));
        assertThat(TimeSlice.of(requests, metrics.seconds()))
                .extracting(slice -> slice.latency().count())
                .satisfies(
                        counts ->
                                assertThat(counts.stream().mapToLong(Long::longValue).sum())
                                        .isEqualTo(80));
        assertThat(SummaryText.times(metrics)).contains("lost ones counted");
    }

    @Test
    void aRunWithoutFaultIsFlawless() {
        assertThat(RunMetrics.of(hundred(), 0).isFlawless()).isTrue();
        assertThat(RunMetrics.of(hundred(), 1).isFlawless()).as("something unasked for").isFalse();
        assertThat(RunMetrics.of(List.of(), 0).isFlawless()).as("nothing was sent").isFalse();
    }

    @Test
    void thePageIsWellFormedAndNeedsNothingElse() throws Exception {
        String page = HtmlReport.of(record(hundred(), samples()), RunMetrics.of(hundred(), 0));

        assertWellFormed(page);
        assertThat(page).contains("100 of 100 right, none lost, none answered twice.");
        assertThat(page).doesNotContain("<script", "http://", "https://", "@import", "url(");
        assertThat(page).contains("prefers-color-scheme: dark", "Where the time went");
        assertThat(page.split("<svg", -1)).as("seven plots").hasSize(8);
    }

    @Test
    void whatIsNotKnownIsSaidAndNotDrawn() throws Exception {
        String page = HtmlReport.of(record(hundred(), List.of()), RunMetrics.of(hundred(), 0));

        assertWellFormed(page);
        assertThat(page.split("Not known in this run", -1)).as("queue, workers").hasSize(3);
        assertThat(page.split("<svg", -1)).hasSize(6);
    }

    @Test
    void aRunWithoutASingleAnswerHasAPageToo() throws Exception {
        List<RequestRecord> lost =
                List.of(request(0, Outcome.LOST, 0, -1, "no answer in 60000 ms"));

        String page = HtmlReport.of(record(lost, List.of()), RunMetrics.of(lost, 0));

        assertWellFormed(page);
        assertThat(page).contains("0 of 1 right, 1 lost.", "no answer in 60000 ms");
        assertWellFormed(HtmlReport.of(record(List.of(), List.of()), RunMetrics.of(List.of(), 0)));
    }

    @Test
    void whateverASystemAnswersStaysText() throws Exception {
        List<RequestRecord> hostile =
                List.of(
                        new RequestRecord(
                                0,
                                HOSTILE,
                                0,
                                0,
                                MILLI,
                                -1,
                                Outcome.WRONG,
                                2,
                                0.5,
                                HOSTILE,
                                Map.of()));
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

        String page = HtmlReport.of(record, RunMetrics.of(hostile, 1));

        assertWellFormed(page);
        assertThat(page).doesNotContain("<script").doesNotContain("\u001b");
    }

    @Test
    void theTableHasARowForEachRequestAndNoFormulas() throws IOException {
        List<RequestRecord> requests =
                List.of(
                        request(0, Outcome.RIGHT, 10, 30, "1 dog"),
                        request(1, Outcome.WRONG, 10, 30, "=cmd|' /C calc'!A0\r\nx,\"y\""));
        StringBuilder table = new StringBuilder();

        CsvReport.write(requests, table);

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

        files.write(record, RunMetrics.of(hundred(), 0));

        JsonNode summary = JsonMapper.shared().readTree(Files.readString(files.summary()));
        assertThat(summary.path("flawless").asBoolean(false)).isTrue();
        assertThat(summary.path("figures").path("right").asInt(0)).isEqualTo(100);
        assertThat(summary.path("figures").path("latency").path("p95").asDouble(0)).isPositive();
        assertThat(Files.readAllLines(files.requests())).hasSize(101);
        assertThat(Files.readString(files.percentiles()))
                .contains("Percentile", "0.500000000000", "#[Max");
        assertThat(files.page()).isNotEmptyFile();
    }

    @Test
    void thePercentileCurveShowsWhatTheSlowestOfManyTook() {
        List<RequestRecord> requests = new ArrayList<>(hundred());
        requests.add(request(100, Outcome.LOST, 0, -1, ""));

        String page = HtmlReport.of(record(requests, List.of()), RunMetrics.of(requests, 0));

        String curve = page.substring(page.indexOf("aria-label=\"Latency by percentile\""));
        assertThat(curve.substring(0, curve.indexOf("</svg>")))
                .contains(">0%<", ">50%<", ">90%<", ">99%<", ">99.9%<", "class=\"line b\"");
    }

    /** One of twenty was answered at once: long before 50 % the curve must be at the top. */
    @Test
    void thePercentileCurveDrawsNoTimesThatNobodyHad() {
        List<RequestRecord> requests = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            requests.add(request(i, Outcome.RIGHT, 0, i == 0 ? 100 : 2000, "1 dog"));
        }

        String curve =
                new PercentileCurve(RunMetrics.times(requests, RequestRecord::latency)).svg(1);

        String line = curve.substring(curve.indexOf("class=\"line b\""));
        List<Double> heights =
                Pattern.compile("[0-9.]+,([0-9.]+)")
                        .matcher(line.substring(0, line.indexOf("/>")))
                        .results()
                        .map(point -> Double.parseDouble(point.group(1)))
                        .toList();
        assertThat(heights.subList(heights.size() / 10, heights.size()))
                .allSatisfy(y -> assertThat(y).isEqualTo(heights.getLast()));
        assertThat(heights.getFirst()).isGreaterThan(heights.getLast() + 50);
    }

    /** What is refused at once would make a system fast. */
    @Test
    void whatFailedHasNoLatencyAndTheReportSaysSo() throws Exception {
        List<RequestRecord> failed =
                List.of(
                        request(0, Outcome.FAILED, 0, 3, "429"),
                        request(1, Outcome.FAILED, 0, 4, "429"));
        List<RequestRecord> some = new ArrayList<>(failed);
        some.add(request(2, Outcome.RIGHT, 0, 300, "1 dog"));

        assertThat(SummaryText.times(RunMetrics.of(failed, 0)))
                .endsWith("no latency, since nothing was answered.");
        String none = HtmlReport.of(record(failed, List.of()), RunMetrics.of(failed, 0));
        assertWellFormed(none);
        assertThat(none)
                .contains("<b>–</b><span>latency, median", "nothing was answered")
                .doesNotContain("<b>0.0 ms</b>");
        assertThat(SummaryText.times(RunMetrics.of(some, 0)))
                .contains("latency of the 1 that did not fail p50 300 ms");
        assertThat(HtmlReport.of(record(some, List.of()), RunMetrics.of(some, 0)))
                .contains("The times are the latency of the 1 that did not fail.");
    }

    @Test
    void plotsGoOnUntilTheLastLostRequestWasGivenUp() {
        List<RequestRecord> requests =
                List.of(
                        request(0, Outcome.RIGHT, 0, 300, "1 dog"),
                        request(1, Outcome.LOST, 0, -1, ""));

        String page = HtmlReport.of(record(requests, List.of()), RunMetrics.of(requests, 0));

        String plot = page.substring(page.indexOf("aria-label=\"Latency over time\""));
        assertThat(plot.substring(0, plot.indexOf("</svg>"))).contains(">" + TIMEOUT / 1000 + "<");
    }

    @Test
    void aSystemThatDiedEarlyIsNoFasterForIt() {
        List<RequestRecord> requests = died();
        RunMetrics metrics = RunMetrics.of(requests, 0);

        assertThat(metrics.seconds()).as("until the last was lost").isCloseTo(62, within(0.1));
        assertThat(metrics.perSecond()).isCloseTo(20 / 62.0, within(0.01));
        assertThat(SummaryText.times(metrics))
                .startsWith("62.00 s from start to end, 40 lost, 0.3");
        assertThat(HtmlReport.of(record(requests, List.of()), metrics))
                .contains("<b>62.00 s</b><span>start to end, 40 lost</span>", "<b>0.3/s</b>")
                .doesNotContain("last answer");
        assertThat(SummaryText.times(RunMetrics.of(hundred(), 0)))
                .startsWith("100 ms from start to last answer, ");
    }

    @Test
    void whatFailedAtTheEndIsPartOfTheRun() {
        List<RequestRecord> requests = new ArrayList<>(hundred());
        requests.add(request(100, Outcome.FAILED, 5000, 5100, "connection refused"));

        String page = HtmlReport.of(record(requests, List.of()), RunMetrics.of(requests, 0));

        assertThat(plot(page, "Requests due and answers a second over time")).contains(">5<");
    }

    @Test
    void whatWasLostIsDrawnAgainstLoadAsSlowerThanTheTimeAllowed() throws Exception {
        List<RequestRecord> requests = died();
        String page = HtmlReport.of(record(requests, List.of()), RunMetrics.of(requests, 0));

        assertWellFormed(page);
        assertThat(plot(page, "Latency against load"))
                .contains("class=\"dot a\"", "class=\"dot e\"", ">" + TIMEOUT / 1000 + "<");
        assertThat(plot(page, "Latency over time").split("class=\"dot e\"", -1))
                .as("each of the lost")
                .hasSize(41);
        assertThat(page)
                .contains("In s, when it was answered or lost; each dot is one request")
                .contains("<li class=\"e\">lost</li>")
                .doesNotContain("where an answer came");
        assertThat(HtmlReport.of(record(hundred(), List.of()), RunMetrics.of(hundred(), 0)))
                .doesNotContain("<li class=\"e\">");
    }

    @Test
    void whatSaysNothingForAWhileHasAGapInItsPlot() {
        List<Sample> samples = new ArrayList<>();
        for (int i = 0; i < 9; i++) {
            boolean frozen = i >= 3 && i < 6;
            samples.add(
                    new Sample(i * 10 * MILLI, frozen ? null : new Depth(9, 1), frozen ? null : 1));
        }

        String page = HtmlReport.of(record(hundred(), samples), RunMetrics.of(hundred(), 0));

        for (String name : List.of("Detectors that are ready", "Messages in the queue over time")) {
            String plot = plot(page, name);
            assertThat(plot.split("class=\"line b\"", -1)).as(name).hasSize(3);
            assertThat(plot.split(": not known<", -1)).as(name).hasSize(4);
        }
    }

    private static String plot(String page, String name) {
        String from = page.substring(page.indexOf("aria-label=\"" + name + "\""));
        return from.substring(0, from.indexOf("</svg>"));
    }

    /** Twenty answers a second, and after the first second none any more. */
    private static List<RequestRecord> died() {
        List<RequestRecord> requests = new ArrayList<>();
        for (int i = 0; i < 60; i++) {
            boolean lost = i >= 20;
            long due = i == 59 ? 2000 : i * 30L;
            requests.add(
                    request(i, lost ? Outcome.LOST : Outcome.RIGHT, due, lost ? -1 : due + 10, ""));
        }
        return requests;
    }

    @Test
    void latencyIsDrawnAgainstWhatWasAnsweredASecond() {
        List<RequestRecord> requests = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            requests.add(request(i, Outcome.RIGHT, i * 50L, i * 50L + (i < 20 ? 10 : 80), "1 dog"));
        }

        String page = HtmlReport.of(record(requests, List.of()), RunMetrics.of(requests, 0));

        String plot = page.substring(page.indexOf("aria-label=\"Latency against load\""));
        assertThat(plot.substring(0, plot.indexOf("</svg>")))
                .contains("class=\"dot b\"", "class=\"dot a\"", "answers a second");
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
        List<TimeSlice> slices = TimeSlice.of(hundred(), RunMetrics.of(hundred(), 0).seconds());

        assertThat(slices.stream().mapToDouble(b -> b.due() * (b.to() - b.from())).sum())
                .isCloseTo(100, within(1e-6));
        assertThat(slices.stream().mapToLong(b -> b.latency().count()).sum()).isEqualTo(100);
    }

    /** The page as XML: what HTML may leave open is closed first. */
    private static void assertWellFormed(String page) throws Exception {
        Matcher body = Pattern.compile("(?s)<body>.*</body>").matcher(page);
        assertThat(body.find()).isTrue();
        DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new InputSource(new StringReader(body.group())));
    }

    private static RunRecord record(List<RequestRecord> requests, List<Sample> samples) {
        return new RunRecord(
                "A run",
                "./polybot load queue",
                Instant.parse("2026-11-21T20:00:00Z"),
                false,
                false,
                Map.of("machine", "2 cores"),
                requests,
                samples,
                0,
                List.of());
    }

    private static List<Sample> samples() {
        return List.of(
                new Sample(0, new Depth(90, 10), 2), new Sample(50 * MILLI, new Depth(0, 0), 2));
    }

    /** A hundred requests due at once and answered one each millisecond. */
    private static List<RequestRecord> hundred() {
        List<RequestRecord> requests = new ArrayList<>();
        for (int i = 0; i < 100; i++) {
            requests.add(request(i, Outcome.RIGHT, 0, i + 1, "1 dog"));
        }
        return requests;
    }

    private static RequestRecord request(
            int number, Outcome outcome, long intended, long answered, String words) {
        return new RequestRecord(
                number,
                "a.jpg",
                intended * MILLI,
                intended * MILLI,
                answered < 0 ? -1 : answered * MILLI,
                outcome == Outcome.LOST ? (intended + TIMEOUT) * MILLI : -1,
                outcome,
                answered < 0 ? 0 : 1,
                1.0,
                words,
                Map.of("inference", 40L, "total", 60L));
    }
}
