package dev.polybot.local.command;

import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

import java.time.Duration;

/** A time limit on the command line. */
final class Seconds implements ITypeConverter<Duration> {

    private static final long MOST = 86_400;

    @Override
    public Duration convert(String value) {
        if (!value.matches("\\d{1,6}")
                || Long.parseLong(value) < 1
                || Long.parseLong(value) > MOST) {
            throw new TypeConversionException(
                    "seconds are a whole number from 1 to " + MOST + ", and not " + value);
        }
        return Duration.ofSeconds(Long.parseLong(value));
    }
}
