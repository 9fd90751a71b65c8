package dev.polybot.endtoend.chaos;

import dev.polybot.endtoend.Samples;
import dev.polybot.local.stack.StackFailure;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The command: runs scenarios one after the other and prints one table. */
final class Chaos {

    private static final String USAGE =
            """
            end-to-end/chaos [--list] [--minutes N] [--seed N] [--beside PATH] [--model FILE --expect FILE] [SCENARIO…]

            Starts the system on free ports with two bots and two detectors, loads it, does one harm after the other and counts
            what became of every job. Without names all scenarios run.
              --list       the scenarios and the promises that they show
              --minutes N  how long one harm lasts at most (30)
              --seed N     for instants and choices (the time of day)
              --beside P   with one bot and one detector of the build in another checkout
              --model M    with a model that both builds can read, where they ship different ones
              --expect C   what that finds in docs/samples, as counts in JSON
            It ends with 1 when a job was lost or answered wrongly, or twice where that need not be.""";

    private final List<Scenario> chosen = new ArrayList<>();
    private long seed = Instant.now().getEpochSecond();
    private int minutes = 30;
    private @Nullable Path model;
    private @Nullable World world;
    private World.@Nullable Setup setup;

    private Chaos() {}

    public static void main(String[] arguments) throws Exception {
        Chaos chaos = new Chaos();
        for (int i = 0; i < arguments.length; i++) {
            switch (arguments[i]) {
                case "--list" -> {
                    Scenarios.ALL.forEach(s -> say("%-18s %s".formatted(s.name(), s.promise())));
                    return;
                }
                case "--help", "-h" -> {
                    say(USAGE);
                    return;
                }
                case "--beside" ->
                        chaos.chosen.add(
                                Scenarios.sideBySide(
                                        Path.of(value(arguments, ++i)).toAbsolutePath()));
                case "--model" -> chaos.model = Path.of(value(arguments, ++i));
                case "--expect" -> System.setProperty(Samples.EXPECTED, value(arguments, ++i));
                case "--minutes" -> chaos.minutes = Integer.parseInt(value(arguments, ++i));
                case "--seed" -> chaos.seed = Long.parseLong(value(arguments, ++i));
                default -> chaos.chosen.add(named(arguments[i]));
            }
        }
        // The client of a person, and what listens, keep threads that nobody ends.
        System.exit(chaos.run() ? 0 : 1);
    }

    private static String value(String[] arguments, int index) {
        if (index == arguments.length) {
            say(USAGE);
            System.exit(2);
        }
        return arguments[index];
    }

    private static Scenario named(String name) {
        Optional<Scenario> found =
                Scenarios.ALL.stream().filter(scenario -> scenario.name().equals(name)).findFirst();
        if (found.isEmpty()) {
            say("There is no scenario " + name + "; --list names them.");
            System.exit(2);
        }
        return found.orElseThrow();
    }

    private boolean run() throws Exception {
        List<String> rows = new ArrayList<>();
        boolean kept = true;
        say("Seed " + seed);
        try {
            for (Scenario scenario : chosen.isEmpty() ? Scenarios.ALL : chosen) {
                say("%s: %s".formatted(scenario.name(), scenario.promise()));
                Instant begun = Instant.now();
                Score score = scoreOf(scenario);
                kept &= score.isKept();
                score.faults().forEach(fault -> say("  " + fault));
                String row = score.row(scenario.name());
                say(row + " " + Duration.between(begun, Instant.now()).toSeconds() + " s");
                rows.add(row);
            }
        } finally {
            leaveWorld();
        }
        say("\nSeed " + seed + "\n" + Score.heading());
        rows.forEach(Chaos::say);
        say(kept ? "Every promise was kept." : "A promise was broken.");
        return kept;
    }

    /** In the world that the one before has left, if that is set up alike. */
    private Score scoreOf(Scenario scenario) throws Exception {
        try {
            World current = world;
            if (current == null || !scenario.setup().equals(setup)) {
                leaveWorld();
                current = new World(scenario.setup(), seed, minutes, model);
                world = current;
                setup = scenario.setup();
            }
            return scenario.course().run(current);
        } catch (StackFailure | IllegalStateException e) {
            say("  " + (e instanceof StackFailure failure ? failure.hint() : e));
            leaveWorld();
            return Score.none("could not be run: " + e.getMessage());
        } catch (AssertionError broken) {
            String message = String.valueOf(broken.getMessage());
            say("  " + message);
            return Score.none(message.lines().findFirst().orElse(""));
        }
    }

    private void leaveWorld() throws IOException {
        World former = world;
        world = null;
        if (former != null) {
            former.close();
        }
    }

    private static void say(String line) {
        System.out.println(line);
    }
}
