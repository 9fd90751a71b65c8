package dev.polybot.local.command;

import dev.polybot.local.stack.NamedModel;
import dev.polybot.local.stack.PidFile;

import org.jspecify.annotations.Nullable;

import java.util.Optional;
import java.util.function.Supplier;

/**
 * The model of the system that is up. Another one cannot be had of it, and nobody shall take its answers for another's.
 *
 * @param named what was named when it was started; null when that is not known
 * @param words what to call it
 */
record ModelInUse(@Nullable NamedModel named, Supplier<String> words) {

    static ModelInUse of(PidFile running) {
        return new ModelInUse(
                running.model(),
                () ->
                        running.detectors().stream()
                                .flatMap(detector -> DetectorStatus.of(detector).stream())
                                .map(DetectorStatus::modelInWords)
                                .findFirst()
                                .orElse("another model"));
    }

    /**
     * Says on standard error what is wrong.
     *
     * @throws ToldException when another model is wished
     */
    void require(NamedModel wished) {
        objectionTo(wished)
                .ifPresent(
                        sentence -> {
                            System.err.println(sentence);
                            throw new ToldException(ExitCodes.USAGE);
                        });
    }

    /** What is wrong with that wish; empty when none was made, or the model is in use. */
    Optional<String> objectionTo(NamedModel wished) {
        if (wished.name().isEmpty() || named == null || wished.isSameAs(named)) {
            return Optional.empty();
        }
        return Optional.of(
                "DETECTOR_MODEL names %s, but the system that is up uses %s: end it with `./polybot down` first, or leave DETECTOR_MODEL out."
                        .formatted(Terminal.printable(wished.name()), words.get()));
    }
}
