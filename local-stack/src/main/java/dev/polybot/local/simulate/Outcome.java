package dev.polybot.local.simulate;

import java.util.Arrays;

/**
 * What came of it.
 *
 * @param waits from arrival to the beginning of the work, in seconds, sorted
 * @param responses from arrival to the end of the work, likewise
 * @param history of it
 * @param seconds from the beginning to the end, in which what was started may have gone again
 * @param mostMachines that ran at once, those that booted included
 * @param machineHours paid
 * @param dollars for them
 */
@SuppressWarnings("ArrayRecordComponent") // millions of them, and nobody compares two
record Outcome(
        double[] waits,
        double[] responses,
        History history,
        double seconds,
        int mostMachines,
        double machineHours,
        double dollars) {

    Outcome {
        waits = waits.clone();
        responses = responses.clone();
        Arrays.sort(waits);
        Arrays.sort(responses);
    }

    double meanWait() {
        return Arrays.stream(waits).average().orElse(0);
    }

    /**
     * The response time that this share of the pictures had at most.
     *
     * @param share 0 to 1
     */
    double response(double share) {
        return responses.length == 0
                ? 0
                : responses[Math.max(0, (int) Math.ceil(share * responses.length) - 1)];
    }
}
