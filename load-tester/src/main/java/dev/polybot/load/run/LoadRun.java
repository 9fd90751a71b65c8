package dev.polybot.load.run;

import dev.polybot.load.pictures.PictureOrder;
import dev.polybot.load.profile.Schedule;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.time.Duration;
import java.util.OptionalLong;
import java.util.concurrent.Executor;
import java.util.concurrent.Semaphore;

/**
 * Sends requests when they are due, whether or not earlier ones have been answered. A request that goes out late, because
 * the system or this program is busy, is measured from when it was due: otherwise the worst moments would be those that are
 * measured least ("coordinated omission").
 */
public final class LoadRun {

    private static final long LONGEST_PAUSE = Duration.ofMillis(20).toNanos();

    private final Target target;
    private final RequestLog log;
    private final Ticker ticker;
    private final Executor senders;
    private final Limits limits;
    private final Semaphore places;
    private volatile boolean stopped;

    /**
     * @param senders where requests are sent; each takes a thread for as long as {@link Target#send} takes
     */
    public LoadRun(Target target, RequestLog log, Ticker ticker, Executor senders, Limits limits) {
        this.target = target;
        this.log = log;
        this.ticker = ticker;
        this.senders = senders;
        this.limits = limits;
        this.places = new Semaphore(limits.inFlight());
        log.onDone(places::release);
    }

    /** No more is sent or waited for. */
    public void stop() {
        stopped = true;
    }

    public boolean isStopped() {
        return stopped;
    }

    /**
     * Sends everything, each request when it is due, and returns when all is answered or given up.
     *
     * @param closed whether each request is due as soon as there is a place for it, whatever the schedule's times
     * @param most how long requests are sent at most; null for as long as there are any
     */
    public void run(
            Schedule schedule, PictureOrder pictures, boolean closed, @Nullable Duration most)
            throws InterruptedException {
        int number = 0;
        for (OptionalLong next = schedule.next(); next.isPresent(); next = schedule.next()) {
            if (closed) {
                awaitPlace();
            } else {
                awaitTime(next.getAsLong());
            }
            if (stopped || (most != null && log.now() >= most.toNanos())) {
                break;
            }
            Request request = new Request(number++, pictures.next());
            log.due(request, closed ? log.now() : next.getAsLong());
            if (!closed) {
                awaitPlace();
            }
            if (stopped) {
                break;
            }
            log.sending(request.number());
            senders.execute(() -> send(request));
        }
        while (!stopped && !log.isSettled()) {
            pause(LONGEST_PAUSE);
        }
        settle();
    }

    private void settle() throws InterruptedException {
        long until = ticker.nanos() + limits.settling().toNanos();
        while (!stopped && ticker.nanos() < until) {
            pause(Math.min(LONGEST_PAUSE, until - ticker.nanos()));
        }
    }

    private void awaitTime(long due) throws InterruptedException {
        for (long left = due - log.now(); left > 0 && !stopped; left = due - log.now()) {
            pause(Math.min(left, LONGEST_PAUSE));
        }
    }

    private void awaitPlace() throws InterruptedException {
        while (!stopped && !places.tryAcquire()) {
            pause(LONGEST_PAUSE / 10);
        }
    }

    private void pause(long nanos) throws InterruptedException {
        ticker.pause(nanos);
        log.expire(limits.answer());
    }

    private void send(Request request) {
        try {
            target.send(request);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (IOException | RuntimeException e) {
            String why = e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
            log.answered(request.number(), new Answer.Failed(why));
        }
    }
}
