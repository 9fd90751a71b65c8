package dev.polybot.local.command;

import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** A port on the command line; 0 is any that is free. */
final class Port implements ITypeConverter<Integer> {

    private static final int HIGHEST = 65_535;

    @Override
    public Integer convert(String value) {
        if (!value.matches("\\d{1,5}") || Integer.parseInt(value) > HIGHEST) {
            throw new TypeConversionException(
                    "a port is a number from 0 to " + HIGHEST + ", and not " + value);
        }
        return Integer.parseInt(value);
    }
}
