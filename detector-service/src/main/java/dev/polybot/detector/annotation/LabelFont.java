package dev.polybot.detector.annotation;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.awt.Font;
import java.awt.FontFormatException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Arrays;
import java.util.Objects;

/**
 * The font of the labels. It comes with the program, so that pictures look the same on every machine. Java reads a font from a
 * file alone: it is kept in one for all processes, since a copy of each one's own would outlive it when it is killed.
 */
final class LabelFont {

    private static final Logger LOG = LoggerFactory.getLogger(LabelFont.class);
    private static final String FILE = "/fonts/DejaVuSans-Bold.ttf";

    private final Font font;

    LabelFont() {
        this(Path.of(System.getProperty("user.home"), ".cache", "polybot", "fonts"));
    }

    /**
     * Reads it.
     *
     * @param folder where it is kept; where it cannot be, the temporary folder has it while this process lives
     */
    LabelFont(Path folder) {
        try (InputStream resource =
                Objects.requireNonNull(LabelFont.class.getResourceAsStream(FILE), FILE)) {
            this.font = read(resource.readAllBytes(), folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (FontFormatException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Font read(byte[] content, Path folder) throws IOException, FontFormatException {
        try {
            return Font.createFont(Font.TRUETYPE_FONT, kept(content, folder).toFile());
        } catch (IOException e) {
            LOG.warn("The labels' font cannot be kept in {}: {}", folder, e.toString());
            return Font.createFont(Font.TRUETYPE_FONT, new ByteArrayInputStream(content));
        }
    }

    /** The file with just this content; one that a full disk or a kill cut off is replaced. */
    private static Path kept(byte[] content, Path folder) throws IOException {
        Path file = folder.resolve(Path.of(FILE).getFileName().toString());
        if (Files.exists(file) && Arrays.equals(Files.readAllBytes(file), content)) {
            return file;
        }
        Files.createDirectories(folder);
        Path part = Files.createTempFile(folder, "", ".part");
        try {
            Files.write(part, content);
            Files.move(part, file, StandardCopyOption.ATOMIC_MOVE);
        } finally {
            Files.deleteIfExists(part);
        }
        return file;
    }

    Font ofSize(int pixels) {
        return font.deriveFont((float) pixels);
    }
}
