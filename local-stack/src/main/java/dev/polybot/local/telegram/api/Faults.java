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
     * @param cuts share of calls whose connection breaks before they are answered, 0 to 1
     * @param afterEffect whether errors and cuts strike when the call has had its effect; else it has none
     * @param delay how long every call takes longer
     * @param methods the methods concerned, in lower case; empty for all that send or edit
     */
    public record Plan(
            double tooManyRequests,
            int retryAfterSeconds,
            double serverErrors,
            double cuts,
            boolean afterEffect,
            Duration delay,
            Set<String> methods) {

        public static final Plan NONE = new Plan(0, 1, 0, 0, false, Duration.ZERO, Set.of());

        private boolean concerns(String method) {
            return methods.isEmpty()
                    ? method.startsWith("send") || method.startsWith("edit")
                    : methods.contains(method);
        }
    }

    /** What is to become of one call. */
    record Fate(Plan plan, double draw) {

        /** Lets the call have its effect, or refuses it. */
        void before() throws InterruptedException {
            Thread.sleep(plan.delay());
            if (draw < plan.tooManyRequests()) {
                int seconds = plan.retryAfterSeconds();
                throw Refusal.tooManyRequests(seconds);
            }
            if (!plan.afterEffect()) {
                strike();
            }
        }

        /** Lets the call be answered, or not. */
        void after() {
            if (plan.afterEffect()) {
                strike();
            }
        }

        private void strike() {
            double left = draw - plan.tooManyRequests();
            if (left >= 0 && left < plan.serverErrors()) {
                throw new Refusal(500, "Internal Server Error");
            }
            if (left >= plan.serverErrors() && left < plan.serverErrors() + plan.cuts()) {
                throw new ConnectionCut();
            }
        }
    }

    private Plan plan = Plan.NONE;
    private Random random = new Random(0);

    public synchronized void set(Plan plan, long seed) {
        this.plan = plan;
        this.random = new Random(seed);
    }

    synchronized Fate of(String method) {
        double draw = random.nextDouble();
        return new Fate(plan.concerns(method.toLowerCase(Locale.ROOT)) ? plan : Plan.NONE, draw);
    }
}
