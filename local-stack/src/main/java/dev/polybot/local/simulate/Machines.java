package dev.polybot.local.simulate;

import java.util.random.RandomGenerator;

/**
 * The detectors' machines.
 *
 * @param serviceSeconds that one picture takes one worker on average
 * @param varies whether that is spread exponentially, as in the theory of queues; else it is always the same
 * @param workers pictures that a machine works on at once
 * @param bootSeconds until a new machine takes pictures
 * @param warm machines that were prepared and are stopped
 * @param warmBootSeconds until one of these takes pictures
 * @param least machines
 * @param most machines
 * @param dollarsAnHour that a machine costs from its launch to its end
 */
record Machines(
        double serviceSeconds,
        boolean varies,
        int workers,
        double bootSeconds,
        int warm,
        double warmBootSeconds,
        int least,
        int most,
        double dollarsAnHour) {

    Machines {
        if (serviceSeconds <= 0 || workers < 1) {
            throw new IllegalArgumentException(
                    "--service must be above 0, and --workers 1 or more.");
        }
        if (least < 0 || most < Math.max(1, least)) {
            throw new IllegalArgumentException(
                    "--min must be 0 or more and not above --max, which must be 1 or more.");
        }
    }

    double service(RandomGenerator random) {
        return varies ? serviceSeconds * random.nextExponential() : serviceSeconds;
    }

    Machines withBoot(double seconds) {
        return new Machines(
                serviceSeconds,
                varies,
                workers,
                seconds,
                warm,
                warmBootSeconds,
                least,
                most,
                dollarsAnHour);
    }
}
