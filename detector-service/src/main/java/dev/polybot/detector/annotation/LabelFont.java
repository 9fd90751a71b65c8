package dev.polybot.detector.annotation;

import java.awt.Font;
import java.awt.FontFormatException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Objects;

/** The font of the labels. It comes with the program, so that pictures look the same on every machine. */
final class LabelFont {

    private static final String FILE = "/fonts/DejaVuSans-Bold.ttf";

    private final Font font;

    LabelFont() {
        try (InputStream file =
                Objects.requireNonNull(LabelFont.class.getResourceAsStream(FILE), FILE)) {
            this.font = Font.createFont(Font.TRUETYPE_FONT, file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (FontFormatException e) {
            throw new IllegalStateException(e);
        }
    }

    Font ofSize(int pixels) {
        return font.deriveFont((float) pixels);
    }
}
