package dev.polybot.local.telegram.api;

import dev.polybot.local.telegram.http.Refusal;

import java.time.Duration;
import java.util.Locale;
import java.util.Random;
import java.util.Set;

/** Answers that Telegram gives on bad days, at random but repeatably. None unless somebody asks for them. */
public final class Faults {

    /**
     * What goes wrong.
     *
     * @param tooManyRequests share of calls answered 429, 0 to 1
     * @param retryAfterSeconds how long a 429 asks to wait
     * @param serverErrors share of calls answered 500, 0 to 1
     * @param delay how long every call takes longer
     * @param methods the methods concerned, in lower case; empty for all that send or edit
     */
    public record Plan(
            double tooManyRequests,
            int retryAfterSeconds,
            double serverErrors,
            Duration delay,
            Set<String> methods) {

        public static final Plan NONE = new Plan(0, 1, 0, Duration.ZERO, Set.of());

        private boolean concerns(String method) {
            return methods.isEmpty()
                    ? method.startsWith("send") || method.startsWith("edit")
                    : methods.contains(method);
        }
    }

    private Plan plan = Plan.NONE;
    private Random random = new Random(0);

    public synchronized void set(Plan plan, long seed) {
        this.plan = plan;
        this.random = new Random(seed);
    }

    /**
     * Lets the call pass, late or not.
     *
     * @throws Refusal when it is the turn of a fault
     */
    void before(String method) throws InterruptedException {
        Plan current;
        double draw;
        synchronized (this) {
            current = plan;
            draw = random.nextDouble();
        }
        if (!current.concerns(method.toLowerCase(Locale.ROOT))) {
            return;
        }
        Thread.sleep(current.delay());
        if (draw < current.tooManyRequests()) {
            int seconds = current.retryAfterSeconds();
            throw new Refusal(429, "Too Many Requests: retry after " + seconds, seconds);
        }
        if (draw < current.tooManyRequests() + current.serverErrors()) {
            throw new Refusal(500, "Internal Server Error");
        }
    }
}
