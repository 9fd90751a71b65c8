package dev.polybot.bot.rest;

import dev.polybot.bot.pictures.TemporaryPicture;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.time.Clock;
import java.time.Instant;

/** A picture that is the body of its request. */
final class BodyReader {

    private final RestLimits limits;
    private final Clock clock;

    BodyReader(RestLimits limits, Clock clock) {
        this.limits = limits;
        this.clock = clock;
    }

    Upload read(InputStream body, @Nullable String name) throws IOException {
        TemporaryPicture picture = TemporaryPicture.create();
        try {
            copy(body, picture);
            return UploadValidator.of(picture, name);
        } catch (IOException | RuntimeException e) {
            picture.close();
            throw e;
        }
    }

    /** A full disk is our fault, a body that breaks off is not. */
    private static void write(OutputStream file, byte[] buffer, int length) {
        try {
            file.write(buffer, 0, length);
        } catch (IOException e) {
            throw new UncheckedIOException("The disk takes no more of a picture.", e);
        }
    }

    /** A sender that drips byte by byte would otherwise hold its place for ever. */
    private void copy(InputStream body, TemporaryPicture picture) throws IOException {
        Instant end = clock.instant().plus(limits.uploadTime());
        long most = limits.picture().toBytes();
        byte[] buffer = new byte[16 * 1024];
        long copied = 0;
        try (OutputStream file = Files.newOutputStream(picture.file())) {
            for (int read = body.read(buffer); read >= 0; read = body.read(buffer)) {
                copied += read;
                if (copied > most) {
                    throw UploadLimits.tooLarge(limits.picture(), false);
                }
                if (clock.instant().isAfter(end)) {
                    throw Problem.of(
                                    ProblemKind.TOO_SLOW,
                                    "The picture did not arrive within "
                                            + limits.uploadTime().toSeconds()
                                            + " seconds. Try again, or send a smaller one.")
                            .asException();
                }
                write(file, buffer, read);
            }
        }
    }
}
