package dev.polybot.bot.telegram;

import dev.polybot.pictures.PictureFormat;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;

/** The beginning of a file, by which it is known for a picture. */
final class FirstBytes {

    /** As many as a picture's format is told by. */
    static final int ENOUGH = 1024;

    private FirstBytes() {}

    /** The format that they announce; null for none that is known. */
    static @Nullable PictureFormat formatOf(Path file) {
        try (InputStream content = Files.newInputStream(file)) {
            return PictureFormat.of(ByteBuffer.wrap(content.readNBytes(ENOUGH))).orElse(null);
        } catch (IOException e) {
            throw new UncheckedIOException("A temporary file cannot be read.", e);
        }
    }
}
