package dev.polybot.endtoend.chaos;

import dev.polybot.local.stack.LocalStack;
import dev.polybot.local.stack.RunningProcess;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** A bot and a detector whose clocks are a minute ahead or behind, beside those that go right. Linux only; needs libfaketime. */
record SkewedClocks() implements Scenario.Course {

    private static final List<String> OFFSETS = List.of("+60s", "-60s");
    private static final Duration START = Duration.ofSeconds(20);
    private static final Duration BESIDE = Duration.ofSeconds(60);

    @Override
    public Score run(World world) throws Exception {
        Path library = library();
        LocalStack stack = world.system().stack();
        Load load = world.mixed(16, Integer.MAX_VALUE);
        for (String offset : OFFSETS) {
            Map<String, String> clock =
                    Map.of(
                            "LD_PRELOAD",
                            library.toString(),
                            "FAKETIME",
                            offset,
                            "FAKETIME_DONT_FAKE_MONOTONIC",
                            "1",
                            "DONT_FAKE_MONOTONIC",
                            "1");
            try (Replacement skewed = new Replacement()) {
                for (RunningProcess part :
                        List.of(stack.bots().getLast(), stack.detectors().getLast())) {
                    world.harm(part);
                    skewed.replace(part, command -> {}, clock);
                }
                skewed.work(START.plus(BESIDE));
            }
            world.heal();
        }
        return world.count(
                load, Duration.ofMinutes(4), "a minute ahead, then a minute behind, 80 s each");
    }

    private static Path library() {
        return List.of("x86_64-linux-gnu", "aarch64-linux-gnu").stream()
                .map(machine -> Path.of("/usr/lib", machine, "faketime", "libfaketimeMT.so.1"))
                .filter(Files::exists)
                .findFirst()
                .orElseThrow(
                        () ->
                                new IllegalStateException(
                                        "Setting a process's clock needs libfaketime: apt-get install libfaketime"));
    }
}
