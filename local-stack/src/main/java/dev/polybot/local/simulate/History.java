package dev.polybot.local.simulate;

import java.util.Arrays;

/** What happened when: how many machines ran, and how long each picture's answer took. */
final class History {

    private final double[] arrived;
    private final double[] took;
    private int answers;
    private double[] changed = new double[64];
    private int[] machines = new int[64];
    private int changes;

    History(int pictures) {
        arrived = new double[pictures];
        took = new double[pictures];
    }

    void answer(double arrival, double seconds) {
        arrived[answers] = arrival;
        took[answers++] = seconds;
    }

    void machines(double time, int count) {
        if (changes == changed.length) {
            changed = Arrays.copyOf(changed, 2 * changes);
            machines = Arrays.copyOf(machines, 2 * changes);
        }
        changed[changes] = time;
        machines[changes++] = count;
    }

    /** The most machines at once in each of so many equal parts of that time. */
    int[] mostMachines(int parts, double seconds) {
        int[] most = new int[parts];
        int at = 0;
        int running = 0;
        for (int part = 0; part < parts; part++) {
            most[part] = running;
            double end = (part + 1) * seconds / parts;
            while (at < changes && changed[at] < end) {
                running = machines[at++];
                most[part] = Math.max(most[part], running);
            }
        }
        return most;
    }

    /** The time that 95 of 100 answers took at most, of the pictures that came in each part; NaN where none came. */
    double[] tails(int parts, double seconds) {
        int[] count = new int[parts];
        for (double arrival : arrived) {
            count[part(arrival, parts, seconds)]++;
        }
        double[][] of = new double[parts][];
        for (int part = 0; part < parts; part++) {
            of[part] = new double[count[part]];
        }
        for (int i = 0; i < answers; i++) {
            int part = part(arrived[i], parts, seconds);
            of[part][--count[part]] = took[i];
        }
        double[] tails = new double[parts];
        for (int part = 0; part < parts; part++) {
            Arrays.sort(of[part]);
            tails[part] =
                    of[part].length == 0
                            ? Double.NaN
                            : of[part][(int) Math.ceil(0.95 * of[part].length) - 1];
        }
        return tails;
    }

    private static int part(double time, int parts, double seconds) {
        return Math.clamp((int) (time / seconds * parts), 0, parts - 1);
    }
}
