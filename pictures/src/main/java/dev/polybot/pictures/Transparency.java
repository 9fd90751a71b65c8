package dev.polybot.pictures;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

/**
 * Whether a picture may have transparent parts, by its header. Only such a picture is decoded with its alpha channel:
 * OpenCV then leaves EXIF orientation aside, which for all others it honours.
 */
final class Transparency {

    private static final int PNG_COLOUR_TYPE = 25;
    private static final int PNG_ALPHA = 4;
    private static final int WEBP_FLAGS = 20;
    private static final int WEBP_EXTENDED_ALPHA = 0x10;
    private static final int WEBP_LOSSLESS_BITS = 24;
    private static final int WEBP_LOSSLESS_ALPHA = 0x10;

    private Transparency() {}

    static boolean isPossible(PictureFormat format, byte[] file) {
        return switch (format) {
            case PNG -> (file[PNG_COLOUR_TYPE] & PNG_ALPHA) != 0 || hasTransparentColour(file);
            case GIF -> true;
            case WEBP ->
                    switch (file[15]) {
                        case 'X' -> (file[WEBP_FLAGS] & WEBP_EXTENDED_ALPHA) != 0;
                        case 'L' -> (file[WEBP_LOSSLESS_BITS] & WEBP_LOSSLESS_ALPHA) != 0;
                        default -> false;
                    };
            default -> false;
        };
    }

    /** The chunk tRNS comes before the pixels and after a palette of at most 768 bytes. */
    private static boolean hasTransparentColour(byte[] png) {
        String head = new String(png, 0, Math.min(png.length, 64 * 1024), ISO_8859_1);
        int pixels = head.indexOf("IDAT");
        return head.substring(0, pixels < 0 ? head.length() : pixels).contains("tRNS");
    }
}
