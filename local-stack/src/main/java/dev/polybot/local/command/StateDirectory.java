package dev.polybot.local.command;

import dev.polybot.local.stack.Installation;

import org.jspecify.annotations.Nullable;

import picocli.CommandLine.Option;

import java.nio.file.Files;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;

/** The folder that holds everything a running system leaves behind. */
final class StateDirectory {

    @Option(
            names = "--data",
            paramLabel = "DIR",
            description = "Folder for data and logs (default: .polybot in the repository).")
    private @Nullable Path data;

    /** As it was given on the command line; empty when it was not. */
    String asGiven() {
        return data == null ? "" : data.toString();
    }

    /**
     * Where it is.
     *
     * @throws NotDirectoryException when a file is there
     */
    Path of(Installation installation) throws NotDirectoryException {
        if (data != null && Files.exists(data) && !Files.isDirectory(data)) {
            throw new NotDirectoryException(data.toString());
        }
        return data == null ? installation.home() : data.toAbsolutePath().normalize();
    }
}
