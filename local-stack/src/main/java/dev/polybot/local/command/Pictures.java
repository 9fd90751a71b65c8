package dev.polybot.local.command;

import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Files that are to be sent, looked at before anything is started for them. */
final class Pictures {

    private static final int MOST = 10;
    private static final long MOST_BYTES = 50L * 1024 * 1024;
    private static final long MOST_PHOTO_BYTES = 10L * 1024 * 1024;

    private Pictures() {}

    /**
     * Looks whether they can be sent.
     *
     * @throws ParameterException when one of them cannot
     */
    static void check(CommandSpec spec, List<Path> pictures) throws IOException {
        if (pictures.size() > MOST) {
            throw wrong(spec, "An album has at most " + MOST + " pictures.");
        }
        for (Path picture : pictures) {
            if (!Files.exists(picture) && Files.isSymbolicLink(picture)) {
                throw wrong(
                        spec,
                        picture
                                + " is a link to "
                                + Files.readSymbolicLink(picture)
                                + ", which is not there.");
            }
            if (!Files.exists(picture)) {
                throw wrong(spec, "There is no file " + picture + '.');
            }
            if (!Files.isRegularFile(picture)) {
                throw wrong(spec, picture + " is not a file.");
            }
            if (!Files.isReadable(picture)) {
                throw wrong(spec, picture + " cannot be read.");
            }
            if (Files.size(picture) == 0) {
                throw wrong(spec, picture + " is empty.");
            }
            if (Files.size(picture) > MOST_BYTES) {
                throw wrong(spec, picture + " is larger than 50 MB.");
            }
        }
    }

    /** Whether one of them is too large for a photo and must travel as a file. */
    static boolean needFiles(List<Path> pictures) throws IOException {
        for (Path picture : pictures) {
            if (Files.size(picture) > MOST_PHOTO_BYTES) {
                return true;
            }
        }
        return false;
    }

    private static ParameterException wrong(CommandSpec spec, String sentence) {
        return new ParameterException(spec.commandLine(), sentence);
    }
}
