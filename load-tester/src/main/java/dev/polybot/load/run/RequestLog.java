package dev.polybot.load.run;

import dev.polybot.load.run.AnswerChecker.CheckResult;

import org.HdrHistogram.Histogram;
import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Logs every request and everything that comes back. May be used by any thread. */
public final class RequestLog implements Answers {

    private static final int RECENT_SECONDS = 5;
    private static final int MOST_NOTES = 100;

    private final Ticker ticker;
    private final AnswerChecker checker;
    private final long start;
    private final List<Entry> entries = new ArrayList<>();

    /** Requests without an answer, in the order in which they were sent. */
    private final Map<Integer, Entry> open = new LinkedHashMap<>();

    private final Map<Outcome, Integer> outcomes = new HashMap<>();
    private final Histogram latencies = Latencies.histogram();
    private final TreeMap<Long, Integer> answersBySecond = new TreeMap<>();
    private final List<String> notes = new ArrayList<>();
    private int sent;
    private int unasked;
    private Runnable onDone = () -> {};
    private @Nullable String model;

    public RequestLog(Ticker ticker, AnswerChecker checker) {
        this.ticker = ticker;
        this.checker = checker;
        this.start = ticker.nanos();
    }

    /** What to do whenever it becomes known what has become of a request. */
    synchronized void onDone(Runnable action) {
        onDone = action;
    }

    /** Nanoseconds since the start. */
    public long now() {
        return ticker.nanos() - start;
    }

    synchronized void due(Request request, long intended) {
        Entry entry = new Entry(request, intended);
        entries.add(entry);
        if (entries.size() != request.number() + 1) {
            throw new IllegalArgumentException("requests are numbered one by one");
        }
    }

    synchronized void sending(int number) {
        Entry entry = entries.get(number);
        entry.sent = now();
        open.put(number, entry);
        sent++;
    }

    @Override
    public void answered(int number, Answer answer) {
        long now = now();
        Runnable then = log(number, answer, now);
        then.run();
    }

    private synchronized Runnable log(int number, Answer answer, long now) {
        if (number < 0 || number >= entries.size()) {
            unasked("an answer to a request that was never sent");
            return () -> {};
        }
        Entry entry = entries.get(number);
        entry.answers++;
        if (entry.outcome == Outcome.LOST && entry.answers == 1) {
            entry.words = "answered too late, after " + (now - entry.sent) / 1_000_000 + " ms";
        }
        if (entry.outcome != null || entry.answers > 1) {
            return () -> {};
        }
        entry.answered = now;
        switch (answer) {
            case Answer.Failed(String reason) -> close(entry, Outcome.FAILED, reason);
            case Answer.Found found -> check(entry, found);
        }
        return onDone;
    }

    private void check(Entry entry, Answer.Found found) {
        CheckResult result = checker.of(entry.request.picture(), found.finding());
        entry.score = result.score();
        entry.timings = Map.copyOf(found.timings());
        if (found.model() != null) {
            model = found.model();
        }
        latencies.recordValue(Latencies.micros(entry.answered - entry.intended));
        close(entry, result.right() ? Outcome.RIGHT : Outcome.WRONG, result.words());
    }

    private void close(Entry entry, Outcome outcome, String words) {
        entry.outcome = outcome;
        entry.words = words;
        open.remove(entry.request.number());
        outcomes.merge(outcome, 1, Integer::sum);
        if (entry.answered >= 0) {
            answersBySecond.merge(entry.answered / 1_000_000_000, 1, Integer::sum);
        }
    }

    @Override
    public synchronized void unasked(String what) {
        unasked++;
        if (notes.size() < MOST_NOTES) {
            notes.add(what);
        }
    }

    /** Gives up requests that were sent longer ago. */
    void expire(Duration limit) {
        for (int i = expired(limit); i > 0; i--) {
            onDone.run();
        }
    }

    private synchronized int expired(Duration limit) {
        long before = now() - limit.toNanos();
        List<Entry> late = open.values().stream().takeWhile(e -> e.sent <= before).toList();
        late.forEach(entry -> lose(entry, limit));
        return late.size();
    }

    private void lose(Entry entry, Duration limit) {
        entry.gaveUp = now();
        latencies.recordValue(Latencies.micros(entry.gaveUp - entry.intended));
        close(entry, Outcome.LOST, "no answer in " + limit.toMillis() + " ms");
    }

    synchronized boolean isSettled() {
        return open.isEmpty() && sent == entries.size();
    }

    public synchronized Progress progress() {
        long second = now() / 1_000_000_000;
        long from = Math.max(0, second - RECENT_SECONDS);
        int recent =
                answersBySecond.subMap(from, Math.max(from + 1, second)).values().stream()
                        .mapToInt(Integer::intValue)
                        .sum();
        int good = count(Outcome.RIGHT);
        int bad = count(Outcome.WRONG) + count(Outcome.FAILED);
        int lost = count(Outcome.LOST);
        return new Progress(
                now() / 1e9,
                sent,
                good + bad + lost,
                good,
                bad,
                lost,
                recent / (double) Math.max(1, second - from),
                Latencies.milliseconds(latencies, 50),
                Latencies.milliseconds(latencies, 95),
                Latencies.milliseconds(latencies, 99));
    }

    private int count(Outcome outcome) {
        return outcomes.getOrDefault(outcome, 0);
    }

    /** Everything that was sent, in the order in which it was due; nobody waits for more. */
    public synchronized List<RequestRecord> requests() {
        long now = now();
        return entries.stream()
                .filter(entry -> entry.sent >= 0)
                .map(entry -> entry.toRecord(now))
                .toList();
    }

    /** How much came that nobody asked for. */
    public synchronized int unaskedCount() {
        return unasked;
    }

    public synchronized List<String> notes() {
        return List.copyOf(notes);
    }

    /** The model that the answers name; null when they name none. */
    public synchronized @Nullable String model() {
        return model;
    }
}
