package dev.polybot.bot.pacing;

import dev.polybot.bot.pacing.Register.Changed;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.time.Duration;
import java.util.UUID;
import java.util.function.UnaryOperator;

/** How one thread stands in the line of its message's chat: from the end to the front, or away and back later. */
final class Standing {

    private static final Logger log = LoggerFactory.getLogger(Standing.class);

    /** Longer than the patience and a call take; a place whose holder is gone is free after it. */
    private static final long LEASE = 45_000;

    /** How much later than said a message that went away may come back without losing its place. */
    private static final long GRACE = 10_000;

    /** A message that went away comes back a little before its turn. */
    private static final long EARLY = 2_000;

    private static final long SOONEST = 1_000;

    private static final Duration LATER = Duration.ofSeconds(2);
    private static final int LATER_ATTEMPTS = 10;

    /** A line is an item in a table, which has its price by size. */
    private static final int LONGEST_LINE = 100;

    private final Pacing pacing;
    private final Register<Line> lines;
    private final Outgoing message;
    private final Rate rate;
    private final Waiting waiting;
    private final String holder = UUID.randomUUID().toString();
    private boolean inLine;

    Standing(Pacing pacing, Memory memory, Outgoing message) {
        this.pacing = pacing;
        this.lines = memory.lines();
        this.message = message;
        this.rate = memory.limits().in(message.chat());
        this.waiting = pacing.waiting();
    }

    private record Entry(Line line, long turn) {}

    /**
     * Returns the line when its first place is this one's.
     *
     * @throws TooBusyException when its turn will not have come by the deadline
     */
    Line awaitFront(long deadline) {
        long came = waiting.now();
        Entry entry;
        try {
            entry = lines.change(key(), line -> entering(line, came, deadline));
        } catch (RegisterLostException e) {
            // The place may have been taken all the same.
            endLater(line -> line.left(holder));
            throw e;
        }
        if (!entry.line().has(holder, came)) {
            throw comeBackBy(entry.turn());
        }
        inLine = true;
        pacing.holders().add(holder);
        try {
            return advanced(entry.line(), deadline);
        } catch (RegisterLostException e) {
            end(line -> line.left(holder));
            throw e;
        }
    }

    /** Goes away and keeps the place for when it is tried again. */
    TooBusyException awayFor(long turn, UnaryOperator<Line> news) {
        away(turn + GRACE, news);
        return comeBackBy(turn);
    }

    void away(long until, UnaryOperator<Line> news) {
        end(line -> news.apply(line).steppedAway(holder, until));
    }

    void leave(UnaryOperator<Line> news) {
        end(line -> news.apply(line).left(holder));
    }

    private Changed<Line, Entry> entering(Line line, long now, long deadline) {
        if (line.length(now) >= LONGEST_LINE && !line.keepsPlaceOf(message.ticket(), now)) {
            return new Changed<>(line, new Entry(line, line.turnOf(holder, rate, now)));
        }
        Place place = new Place(message.ticket(), holder, message.messages(), now + LEASE);
        Line entered = line.entered(place, now);
        long turn = entered.turnOf(holder, rate, now);
        if (turn > deadline) {
            entered = entered.steppedAway(holder, turn + GRACE);
        }
        return new Changed<>(entered, new Entry(entered, turn));
    }

    private Line advanced(Line entered, long deadline) {
        Line line = entered;
        while (!line.isFirst(holder, waiting.now())) {
            long now = waiting.now();
            if (!line.has(holder, now) || now > deadline) {
                throw awayFor(line.turnOf(holder, rate, now), UnaryOperator.identity());
            }
            waiting.until(
                    now + Waiting.GLANCE, () -> awayFor(waiting.now(), UnaryOperator.identity()));
            line = glance();
        }
        return line;
    }

    /** The line as it is; while somebody in this process is first, as this process has seen it. */
    private Line glance() {
        long now = waiting.now();
        Line seen = lines.seen(key());
        Place first = seen == null ? null : seen.first(now);
        return seen != null
                        && first != null
                        && seen.has(holder, now)
                        && pacing.holders().contains(first.holder())
                ? seen
                : lines.read(key());
    }

    private void end(UnaryOperator<Line> end) {
        if (!inLine) {
            return;
        }
        inLine = false;
        try {
            lines.change(key(), line -> new Changed<>(end.apply(line), true));
        } catch (RegisterLostException e) {
            log.warn("A place in a chat's line is left later: {}", e.getMessage());
            endLater(end);
        } finally {
            pacing.holders().remove(holder);
        }
    }

    /** Those behind need not wait for the lease's end because a table was slow once. */
    private void endLater(UnaryOperator<Line> end) {
        Thread.startVirtualThread(
                () -> {
                    for (int attempt = 0; attempt < LATER_ATTEMPTS; attempt++) {
                        try {
                            Thread.sleep(LATER);
                            lines.change(key(), line -> new Changed<>(end.apply(line), true));
                            return;
                        } catch (RegisterLostException e) {
                            log.debug("Not yet: {}", e.getMessage());
                        } catch (InterruptedException e) {
                            return;
                        }
                    }
                });
    }

    private TooBusyException comeBackBy(long turn) {
        return new TooBusyException(
                Duration.ofMillis(Math.max(SOONEST, turn - waiting.now() - EARLY)));
    }

    private String key() {
        return pacing.lineKey(message.chat());
    }
}
