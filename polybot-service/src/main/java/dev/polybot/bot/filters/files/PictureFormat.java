package dev.polybot.bot.filters.files;

import org.jspecify.annotations.Nullable;

import java.util.Locale;

/** The formats that are decoded, by the names that the platform's readers give them. */
enum PictureFormat {
    JPEG(false),
    PNG(true),
    GIF(true),
    BMP(false);

    private final boolean transparent;

    PictureFormat(boolean transparent) {
        this.transparent = transparent;
    }

    static @Nullable PictureFormat named(String name) {
        return switch (name.toLowerCase(Locale.ROOT)) {
            case "jpeg" -> JPEG;
            case "png" -> PNG;
            case "gif" -> GIF;
            case "bmp" -> BMP;
            default -> null;
        };
    }

    /** Whether a picture of this format may have transparent parts. */
    boolean mayBeTransparent() {
        return transparent;
    }
}
