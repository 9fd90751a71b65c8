package dev.polybot.bot.pacing;

import dev.polybot.bot.pacing.Register.Changed;

import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.util.function.Function;

/**
 * A message's turn in its chat: nothing else is said there until it is closed. Before each attempt at sending {@link
 * #awaitRoom} waits for what the limits and Telegram itself allow. For one thread.
 */
public final class Turn implements AutoCloseable {

    /** How long a message that failed keeps its place: a bad one must not silence its chat. */
    private static final long KEPT_AFTER_FAILURE = 20_000;

    /** Telegram counts in whole seconds. */
    private static final long ROUNDING = 100;

    private static final long FIRST_BACKOFF = 500;
    private static final int MOST_DOUBLINGS = 6;

    private final Pacing pacing;
    private final Memory memory;
    private final Outgoing message;
    private final Rate rate;
    private final Waiting waiting;
    private final Standing standing;
    private final long firstUntil;
    private final long retriesUntil;
    private long tat;
    private long heldUntil;
    private int attempts;

    /**
     * Waits for the turn.
     *
     * @throws TooBusyException when it does not come soon
     */
    Turn(Pacing pacing, Memory memory, Outgoing message) {
        this.pacing = pacing;
        this.memory = memory;
        this.message = message;
        this.rate = memory.limits().in(message.chat());
        this.waiting = pacing.waiting();
        this.firstUntil = waiting.now() + pacing.patience().toWait().toMillis();
        this.retriesUntil = waiting.now() + pacing.patience().toRetry().toMillis();
        this.standing = new Standing(pacing, memory, message);
        Line line = standing.awaitFront(firstUntil);
        this.tat = line.tat();
        this.heldUntil = line.heldUntil();
    }

    /**
     * Waits until one more attempt is within all limits.
     *
     * @throws TooBusyException when that takes longer than a thread waits
     */
    public void awaitRoom() {
        long deadline = attempts++ == 0 ? firstUntil : retriesUntil;
        await(Math.max(rate.earliest(now(), tat, message.messages()), heldUntil), deadline);
        do {
            await(booked(deadline), deadline);
        } while (isBotHeld());
        tat = rate.after(now(), tat, message.messages());
    }

    /**
     * Whether an attempt that failed is to be followed by one more; waits before it.
     *
     * @param retryAfter how long Telegram wants to be left alone; null when it does not say
     */
    public boolean mayRetry(@Nullable Duration retryAfter) {
        if (retryAfter != null) {
            heldUntil = now() + retryAfter.toMillis() + ROUNDING;
            tellTheOthers();
            if (heldUntil > retriesUntil) {
                var unused = standing.awayFor(heldUntil, this::withNews);
                return false;
            }
            return true;
        }
        long next = now() + (FIRST_BACKOFF << Math.min(attempts - 1, MOST_DOUBLINGS));
        if (next > retriesUntil) {
            standing.away(now() + KEPT_AFTER_FAILURE, this::withNews);
            return false;
        }
        await(next, retriesUntil);
        return true;
    }

    /** The next may be said. */
    @Override
    public void close() {
        standing.leave(this::withNews);
    }

    private Line withNews(Line line) {
        return line.after(tat, heldUntil);
    }

    private void await(long time, long deadline) {
        if (time > deadline) {
            throw standing.awayFor(time, this::withNews);
        }
        waiting.until(time, () -> standing.awayFor(now(), this::withNews));
    }

    /** A time of the whole bot's for this message; one after the deadline is not taken. */
    private long booked(long deadline) {
        Rate all = memory.limits().bot();
        return inFlow(
                flow -> {
                    long at = flow.earliest(all, now(), message.messages());
                    return new Changed<>(
                            at > deadline ? flow : flow.booked(all, at, message.messages()), at);
                });
    }

    private void tellTheOthers() {
        inFlow(flow -> new Changed<>(flow.told(message.chat(), heldUntil, now()), heldUntil));
    }

    private long inFlow(Function<Flow, Changed<Flow, Long>> change) {
        try {
            return memory.flow().change(pacing.flowKey(), change);
        } catch (RegisterLostException e) {
            return pacing.insteadOf(memory, e).flow().change(pacing.flowKey(), change);
        }
    }

    private boolean isBotHeld() {
        Flow flow = memory.flow().seen(pacing.flowKey());
        return flow != null && flow.heldUntil() > now();
    }

    private long now() {
        return waiting.now();
    }
}
