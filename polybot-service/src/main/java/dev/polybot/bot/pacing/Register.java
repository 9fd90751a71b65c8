package dev.polybot.bot.pacing;

import org.jspecify.annotations.Nullable;

import java.util.function.Function;

/**
 * A value for each key, which several threads or processes change.
 *
 * @param <S> an immutable value
 */
interface Register<S> {

    /** The value now. */
    S read(String key);

    /** The value as this process saw it last; null when it has not. It may have changed since. */
    @Nullable S seen(String key);

    /**
     * Changes the value in one step.
     *
     * @param change may be applied several times; only its last result counts
     * @throws RegisterLostException when the value cannot be reached
     */
    <R> R change(String key, Function<S, Changed<S, R>> change);

    /** A value and what its change is to result in. */
    record Changed<S, R>(S value, R result) {}
}
