package dev.polybot.local.simulate;

import java.time.Duration;

/** Says at each look how many detectors there should be. */
interface Policy {

    /**
     * What a policy sees.
     *
     * @param waiting pictures in the queue
     * @param inWork pictures being worked on
     * @param ready detectors that take pictures
     * @param wanted detectors that were asked for last, those that boot included
     * @param utilization of the ready ones over the last minute, 0 to 1
     */
    record Seen(int waiting, int inWork, int ready, int wanted, double utilization) {}

    /** How many detectors there should be from now on. */
    int wanted(Seen seen);

    /** How long after growing it grows again, or shrinks. */
    default Duration cooldownUp() {
        return Duration.ZERO;
    }

    default Duration cooldownDown() {
        return Duration.ofMinutes(5);
    }

    /** How often it looks; CloudWatch has queue metrics by the minute. */
    default Duration period() {
        return Duration.ofMinutes(1);
    }

    /** Always so many. */
    static Policy fixed(int detectors) {
        return _ -> detectors;
    }

    /** As many as what waits needs, at once: what a policy would do that knew no patience. */
    static Policy backlog(int target) {
        return seen -> Math.ceilDiv(seen.waiting(), target);
    }

    /** As many more or fewer as the second ancestor's steps say, from 1 to 19: one for each fifth waiting picture. */
    static Policy steps() {
        return seen ->
                seen.waiting() == 0
                        ? seen.wanted() - 1
                        : Math.max(seen.wanted(), 1 + seen.waiting() / 5);
    }

    /** KEDA's scaler of SQS: five messages a replica, those in flight counted, looked at every 30 s, down after 300 s. */
    static Policy keda() {
        return new Policy() {
            @Override
            public int wanted(Seen seen) {
                return Math.ceilDiv(seen.waiting() + seen.inWork(), 5);
            }

            @Override
            public Duration period() {
                return Duration.ofSeconds(30);
            }
        };
    }

    /** Ray Serve's: two requests in progress a replica, up after 30 s, down after 600 s. */
    static Policy rayServe() {
        return new Policy() {
            @Override
            public int wanted(Seen seen) {
                return Math.ceilDiv(seen.waiting() + seen.inWork(), 2);
            }

            @Override
            public Duration cooldownUp() {
                return Duration.ofSeconds(30);
            }

            @Override
            public Duration cooldownDown() {
                return Duration.ofMinutes(10);
            }

            @Override
            public Duration period() {
                return Duration.ofSeconds(10);
            }
        };
    }
}
