package dev.polybot.pictures;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.OptionalInt;

/**
 * Whether a picture may have transparent parts, by its header. Only such a picture is decoded with its alpha channel:
 * OpenCV then leaves EXIF orientation aside, which for all others it honours.
 */
final class Transparency {

    private static final int PNG_DEPTH = 24;
    private static final int PNG_COLOUR_TYPE = 25;
    private static final int PNG_ALPHA = 4;
    private static final int WEBP_FLAGS = 20;
    private static final int WEBP_EXTENDED_ALPHA = 0x10;
    private static final int WEBP_LOSSLESS_BITS = 24;
    private static final int WEBP_LOSSLESS_ALPHA = 0x10;

    private static final int BMP_PIXELS = 10;
    private static final int BMP_BITS = 28;
    private static final int BMP_COMPRESSION = 30;
    private static final int BMP_BITFIELDS = 3;
    private static final int BMP_ALPHA_MASK = 66;
    private static final int BMP_HEADER_WITH_ALPHA = 56;

    private Transparency() {}

    static boolean isPossible(PictureFormat format, byte[] file) {
        return switch (format) {
            case PNG -> (file[PNG_COLOUR_TYPE] & PNG_ALPHA) != 0 || hasTransparentColour(file);
            case GIF -> true;
            case BMP -> hasAlphaMask(file);
            case WEBP ->
                    switch (file[15]) {
                        case 'X' -> (file[WEBP_FLAGS] & WEBP_EXTENDED_ALPHA) != 0;
                        case 'L' -> (file[WEBP_LOSSLESS_BITS] & WEBP_LOSSLESS_ALPHA) != 0;
                        default -> false;
                    };
            default -> false;
        };
    }

    private static boolean hasTransparentColour(byte[] png) {
        return new PngChunks(png).first("tRNS").isPresent();
    }

    /**
     * The grey that a PNG without an alpha channel declares transparent, at the depth that OpenCV decodes to: it leaves this
     * one kind of transparency out.
     */
    static OptionalInt grey(PictureFormat format, byte[] file) {
        if (format != PictureFormat.PNG || file[PNG_COLOUR_TYPE] != 0) {
            return OptionalInt.empty();
        }
        int depth = file[PNG_DEPTH];
        int levels = (1 << depth) - 1;
        return new PngChunks(file)
                .first("tRNS")
                .filter(chunk -> chunk.present() >= 2)
                .map(chunk -> ByteBuffer.wrap(file).getShort(chunk.data()) & levels)
                .map(grey -> OptionalInt.of(depth < 8 ? grey * 255 / levels : grey))
                .orElse(OptionalInt.empty());
    }

    /** Only a header that names a mask for alpha means the fourth byte of a pixel; others leave it at zero. */
    private static boolean hasAlphaMask(byte[] bmp) {
        ByteBuffer header = ByteBuffer.wrap(bmp).order(ByteOrder.LITTLE_ENDIAN);
        return header.getInt(14) >= BMP_HEADER_WITH_ALPHA
                && bmp.length >= BMP_ALPHA_MASK + 4
                && header.getShort(BMP_BITS) == 32
                && (header.getInt(BMP_COMPRESSION) == BMP_BITFIELDS)
                && header.getInt(BMP_ALPHA_MASK) == 0xFF00_0000
                && isAnyPixelVisible(bmp, header.getInt(BMP_PIXELS));
    }

    /** Programs that know of no alpha leave it at zero even where a mask names it; every viewer shows such a picture opaque. */
    private static boolean isAnyPixelVisible(byte[] bmp, int pixels) {
        for (int alpha = Math.clamp(pixels, 0, bmp.length) + 3; alpha < bmp.length; alpha += 4) {
            if (bmp[alpha] != 0) {
                return true;
            }
        }
        return false;
    }
}
