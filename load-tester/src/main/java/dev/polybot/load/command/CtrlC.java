package dev.polybot.load.command;

import dev.polybot.load.run.LoadRun;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Lets Ctrl-C end a run with the report of what was done: the process stays until that is written. */
final class CtrlC implements AutoCloseable {

    private static final long LONGEST_SECONDS = 20;

    private final CountDownLatch reported = new CountDownLatch(1);
    private final Thread hook;

    CtrlC(LoadRun run) {
        hook =
                new Thread(
                        () -> {
                            run.stop();
                            awaitReport();
                        },
                        "ctrl-c");
        Runtime.getRuntime().addShutdownHook(hook);
    }

    private void awaitReport() {
        try {
            var unused = reported.await(LONGEST_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        reported.countDown();
        try {
            var unused = Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException ending) {
            // It is the hook that waits for us.
        }
    }
}
