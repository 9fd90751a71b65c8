package dev.polybot.local.simulate;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;

/** The policies side by side on one trace, each with the same arrivals and the same chance. */
public final class Study {

    private static final double DAY = 86_400;

    /**
     * The detectors' machines, as the command line has them.
     *
     * @param serviceSeconds of one picture
     * @param workers pictures at once in a machine
     * @param bootSeconds of a new one
     * @param warm stopped ones that are prepared
     * @param warmBootSeconds of one of these
     * @param dollarsAnHour of one
     */
    public record Fleet(
            double serviceSeconds,
            int workers,
            double bootSeconds,
            int warm,
            double warmBootSeconds,
            int least,
            int most,
            double dollarsAnHour) {

        Machines machines() {
            return new Machines(
                    serviceSeconds,
                    false,
                    workers,
                    bootSeconds,
                    warm,
                    warmBootSeconds,
                    least,
                    most,
                    dollarsAnHour);
        }
    }

    private final Map<String, Outcome> outcomes = new LinkedHashMap<>();
    private final int pictures;

    private Study(Arrivals arrivals, Machines machines, long seed) {
        this.pictures = arrivals.times().length;
        policies(machines)
                .forEach(
                        (name, policy) ->
                                outcomes.put(
                                        name,
                                        Simulation.run(
                                                arrivals,
                                                policy,
                                                machines,
                                                new SplittableRandom(seed))));
    }

    /**
     * Runs all policies.
     *
     * @param trace the name of a trace; any other is a file's
     * @param rate pictures a second, in the sense of the trace
     * @throws IllegalArgumentException when something given makes no sense
     */
    public static Study of(
            String trace, int pictures, double rate, Path file, long seed, Fleet fleet)
            throws IOException {
        if (pictures < 1 || pictures > ArrivalsFile.MOST || !(rate > 0 && rate <= 50)) {
            throw new IllegalArgumentException(
                    "--pictures must be 1 to 5000000, --rate above 0 and at most 50.");
        }
        RandomGenerator random = new SplittableRandom(seed);
        Arrivals arrivals =
                switch (trace) {
                    case "at-once" -> Arrivals.atOnce(pictures);
                    case "steady" -> Arrivals.steady(rate, 3600, random);
                    case "daily-wave" -> Arrivals.dailyWave(rate, random);
                    case "big-spike" -> Arrivals.bigSpike(rate, random);
                    case "viral-hour" -> Arrivals.viralHour(rate, random);
                    case "million" -> Arrivals.steady(1_000_000 / DAY, DAY, random);
                    default -> ArrivalsFile.read(file);
                };
        return new Study(arrivals, fleet.machines(), seed);
    }

    private static Map<String, Policy> policies(Machines machines) {
        Map<String, Policy> policies = new LinkedHashMap<>();
        for (int target : List.of(10, 30, 60)) {
            policies.put("backlog " + target, TargetTracking.backlog(target));
        }
        policies.put("steps", new StepScaling(Map.of(1, 1, 20, 3, 100, 6, 400, 18)));
        policies.put("step 1..19", Policy.steps());
        for (int percent : List.of(20, 50, 60)) {
            policies.put("cpu " + percent + " %", TargetTracking.cpu(percent / 100.0));
        }
        policies.put("KEDA", Policy.keda());
        policies.put("Knative", new KnativePolicy(machines.workers()));
        policies.put("Ray Serve", Policy.rayServe());
        policies.put("always " + machines.most(), Policy.fixed(machines.most()));
        return policies;
    }

    /** The table as people read it, with the cheapest policy that meets the goal when there is one. */
    public String table(double goalSeconds) {
        StringBuilder table = new StringBuilder();
        table.append(String.format(Locale.ROOT, "%d pictures%n%n", pictures));
        table.append(
                String.format(
                        "%-12s %9s %9s %9s %9s %8s%n",
                        "policy", "p50 s", "p95 s", "p99 s", "detectors", "$"));
        outcomes.forEach(
                (name, outcome) ->
                        table.append(
                                String.format(
                                        Locale.ROOT,
                                        "%-12s %9.1f %9.1f %9.1f %9d %8.4f%n",
                                        name,
                                        outcome.response(0.5),
                                        outcome.response(0.95),
                                        outcome.response(0.99),
                                        outcome.mostMachines(),
                                        outcome.dollars())));
        if (goalSeconds > 0) {
            table.append(System.lineSeparator()).append(advice(goalSeconds));
        }
        return table.toString();
    }

    private String advice(double goalSeconds) {
        return outcomes.entrySet().stream()
                .filter(one -> one.getValue().response(0.95) <= goalSeconds)
                .min(Comparator.comparingDouble(one -> one.getValue().dollars()))
                .map(one -> "The cheapest that meets the goal: " + one.getKey())
                .orElse("None meets the goal: raise --max or --warm, or let boots be faster.")
                .concat(System.lineSeparator());
    }

    /**
     * The same to look at, as a file of its own.
     *
     * @param title what was simulated
     */
    public String svg(String title) {
        return new Figure(title, outcomes).svg();
    }

    /** That, the table and the advice as a page. */
    public String html(String title, double goalSeconds) {
        return Figure.page(title, svg(title), table(goalSeconds));
    }

    /** The same for programs. */
    public String csv() {
        List<String> lines = new ArrayList<>();
        lines.add(
                "policy,p50_seconds,p95_seconds,p99_seconds,most_detectors,machine_hours,dollars");
        outcomes.forEach(
                (name, outcome) ->
                        lines.add(
                                String.format(
                                        Locale.ROOT,
                                        "%s,%.3f,%.3f,%.3f,%d,%.4f,%.4f",
                                        name,
                                        outcome.response(0.5),
                                        outcome.response(0.95),
                                        outcome.response(0.99),
                                        outcome.mostMachines(),
                                        outcome.machineHours(),
                                        outcome.dollars())));
        return String.join("\n", lines) + "\n";
    }
}
