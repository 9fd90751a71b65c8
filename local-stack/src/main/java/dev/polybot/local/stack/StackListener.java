package dev.polybot.local.stack;

import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.util.List;

/** Is told how the parts fare, from several threads. */
public interface StackListener {

    /** A listener that does not care. */
    StackListener SILENT = new StackListener() {};

    default void starting(String part) {}

    /**
     * A part takes long to become ready.
     *
     * @param waited for it so far
     */
    default void slow(String part, Duration waited) {}

    default void ready(String part, Duration took) {}

    /**
     * A part has ended although nobody asked it to.
     *
     * @param logTail the last lines it wrote
     * @param restartIn when it will be started again; null when it has ended too often
     */
    default void died(
            String part, int exitCode, List<String> logTail, @Nullable Duration restartIn) {}
}
