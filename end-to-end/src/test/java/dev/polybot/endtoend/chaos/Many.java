package dev.polybot.endtoend.chaos;

import dev.polybot.local.stack.RunningProcess;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Locale;
import java.util.function.BiFunction;
import java.util.stream.Stream;

/**
 * So many in a row that whatever is not given back shows: memory, descriptors and files after the first quarter and at the end.
 *
 * @param jobs makes the n-th job
 * @param count how many
 */
record Many(BiFunction<Jobs, Integer, Job> jobs, int count) implements Scenario.Course {

    private static final int PEOPLE = 16;

    @Override
    public Score run(World world) throws Exception {
        Instant begun = Instant.now();
        Instant end = begun.plus(world.budget());
        Load load = new Load(number -> jobs.apply(world.jobs(), number), PEOPLE, count);
        String quarter = "";
        while (load.answered() < count && Instant.now().isBefore(end)) {
            Thread.sleep(500);
            boolean isQuarter =
                    load.answered() > count / 4
                            || Instant.now().isAfter(begun.plus(world.budget().dividedBy(4)));
            if (quarter.isEmpty() && isQuarter) {
                quarter = resources(world);
            }
        }
        String last = resources(world);
        return world.count(
                load,
                java.time.Duration.ofMinutes(2),
                "after a quarter: %s; at the end: %s".formatted(quarter, last));
    }

    private static String resources(World world) throws IOException {
        StringBuilder words = new StringBuilder();
        for (RunningProcess part : world.services()) {
            words.append(
                    String.format(
                            Locale.ROOT,
                            "%s %d MB %d descriptors, ",
                            part.name(),
                            world.memory().usualMegabytes(part),
                            count(Path.of("/proc/" + part.pid() + "/fd"))));
        }
        return words.append(count(Path.of(System.getProperty("java.io.tmpdir"))))
                .append(" temporary files")
                .toString();
    }

    private static long count(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            return 0;
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.count();
        }
    }
}
