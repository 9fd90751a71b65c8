package dev.polybot.local.command;

import dev.polybot.local.stack.Installation;

import org.jspecify.annotations.Nullable;

import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;

import java.nio.file.Files;
import java.nio.file.Path;

/** The folder that holds everything a running system leaves behind. */
final class StateDirectory {

    @Option(
            names = "--data",
            paramLabel = "DIR",
            converter = Folder.class,
            description = "Folder for data and logs (default: .polybot in the repository).")
    private @Nullable Path data;

    /** As it was given on the command line; empty when it was not. */
    String asGiven() {
        return data == null ? "" : data.toString();
    }

    /** Where it is. */
    Path of(Installation installation) {
        return data == null ? installation.home() : data.toAbsolutePath().normalize();
    }

    /** A folder, which need not be there yet. */
    static final class Folder implements ITypeConverter<Path> {
        @Override
        public Path convert(String value) {
            Path folder = Path.of(value);
            if (Files.exists(folder) && !Files.isDirectory(folder)) {
                throw new TypeConversionException(value + " is no folder.");
            }
            return folder;
        }
    }
}
