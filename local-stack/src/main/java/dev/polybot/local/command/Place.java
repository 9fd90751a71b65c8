package dev.polybot.local.command;

import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;

/** Where files go. A single dash, which elsewhere is standard output, would be a folder of that name. */
final class Place implements ITypeConverter<Path> {

    @Override
    public Path convert(String value) {
        if (value.equals("-")) {
            throw new TypeConversionException(
                    "pictures go to files, and not to standard output; a folder of that name is ./-");
        }
        try {
            return Path.of(value);
        } catch (InvalidPathException e) {
            throw new TypeConversionException("a file cannot be called " + value);
        }
    }
}
