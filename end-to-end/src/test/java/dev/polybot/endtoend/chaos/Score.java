package dev.polybot.endtoend.chaos;

import dev.polybot.endtoend.chaos.Heard.Verdict;
import dev.polybot.endtoend.chaos.Load.Followed;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/**
 * What became of all jobs of a scenario.
 *
 * @param gaveUp whose person was told to send it again
 * @param doubles answers too many
 * @param excused those of them that fell into the window that nobody can close
 * @param note what else there is to say
 * @param faults what was wrong, lost or double, one by one
 */
record Score(
        int jobs,
        int right,
        int gaveUp,
        int wrong,
        int lost,
        int doubles,
        int excused,
        double median,
        double longest,
        String note,
        List<String> faults) {

    /**
     * Counts.
     *
     * @param harms instants at which something was done in the middle of sending
     */
    static Score of(List<Followed> jobs, List<Instant> harms, String note) {
        int[] verdicts = new int[Verdict.values().length];
        int doubles = 0;
        int excused = 0;
        List<String> faults = new ArrayList<>();
        for (Followed job : jobs) {
            Heard heard = job.heard();
            Verdict verdict = heard.verdictAfter(harmsDuring(job, harms));
            verdicts[verdict.ordinal()]++;
            doubles += heard.doubles();
            Instant noticed = heard.noticed();
            boolean inWindow =
                    heard.doubles() > 0
                            && (Window.holds(job.answeredAt(), harms)
                                    || (noticed != null && Window.holds(noticed, harms)));
            excused += inWindow ? heard.doubles() : 0;
            if (verdict != Verdict.RIGHT || heard.doubles() > 0) {
                faults.add(
                        "%s: %s, %d too many%s, asked %s, answered %s %s"
                                .formatted(
                                        job.job(),
                                        verdict,
                                        heard.doubles(),
                                        inWindow ? " in the window" : "",
                                        job.askedAt(),
                                        job.isAnswered() ? job.answeredAt() : "never",
                                        heard.words()));
            }
        }
        List<Double> seconds =
                jobs.stream()
                        .filter(Followed::isAnswered)
                        .map(job -> Duration.between(job.askedAt(), job.answeredAt()))
                        .map(took -> took.toMillis() / 1000.0)
                        .sorted(Comparator.naturalOrder())
                        .toList();
        return new Score(
                jobs.size(),
                verdicts[Verdict.RIGHT.ordinal()],
                verdicts[Verdict.GAVE_UP.ordinal()],
                verdicts[Verdict.WRONG.ordinal()],
                verdicts[Verdict.WAITING.ordinal()],
                doubles,
                excused,
                seconds.isEmpty() ? 0 : seconds.get(seconds.size() / 2),
                seconds.isEmpty() ? 0 : seconds.getLast(),
                note,
                List.copyOf(faults));
    }

    private static long harmsDuring(Followed job, List<Instant> harms) {
        return harms.stream()
                .filter(harm -> harm.isAfter(job.askedAt()))
                .filter(harm -> job.isAnswered() && harm.isBefore(job.answeredAt()))
                .count();
    }

    /** Of a scenario that broke off: a promise that nobody has seen is not kept. */
    static Score none(String note) {
        return new Score(0, 0, 0, 0, 0, 0, 0, 0, 0, note, List.of());
    }

    static Score sum(List<Score> scores, String note) {
        return new Score(
                scores.stream().mapToInt(Score::jobs).sum(),
                scores.stream().mapToInt(Score::right).sum(),
                scores.stream().mapToInt(Score::gaveUp).sum(),
                scores.stream().mapToInt(Score::wrong).sum(),
                scores.stream().mapToInt(Score::lost).sum(),
                scores.stream().mapToInt(Score::doubles).sum(),
                scores.stream().mapToInt(Score::excused).sum(),
                scores.stream().mapToDouble(Score::median).average().orElse(0),
                scores.stream().mapToDouble(Score::longest).max().orElse(0),
                note,
                scores.stream().flatMap(score -> score.faults().stream()).toList());
    }

    Score with(String more) {
        String both = note.isEmpty() ? more : note + "; " + more;
        return new Score(
                jobs, right, gaveUp, wrong, lost, doubles, excused, median, longest, both, faults);
    }

    /** Nothing lost, nothing wrong, nothing said twice that need not be. */
    boolean isKept() {
        return jobs > 0 && wrong == 0 && lost == 0 && doubles == excused;
    }

    static String heading() {
        return "| scenario | jobs | right | gave up | wrong | lost | double (in the window) | p50 s | max s | what else |\n"
                + "| --- | --- | --- | --- | --- | --- | --- | --- | --- | --- |";
    }

    String row(String scenario) {
        return String.format(
                Locale.ROOT,
                "| %s | %d | %d | %d | %d | %d | %d (%d) | %.1f | %.1f | %s |",
                scenario,
                jobs,
                right,
                gaveUp,
                wrong,
                lost,
                doubles,
                excused,
                median,
                longest,
                note);
    }

    /** The moment between Telegram's taking a message and the bot's noting that. */
    private static final class Window {

        /** How much later than it happened something may have been seen here. */
        private static final Duration INACCURACY = Duration.ofSeconds(2);

        private static boolean holds(Instant answered, List<Instant> harms) {
            return harms.stream()
                    .anyMatch(
                            harm ->
                                    Duration.between(harm, answered).abs().compareTo(INACCURACY)
                                            < 0);
        }
    }
}
