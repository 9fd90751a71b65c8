package dev.polybot.pictures;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/**
 * Reads a picture's size from its header, touching no pixel. A file of a few hundred bytes can declare billions of pixels;
 * what it declares must be known before a decoder reserves memory for it.
 */
final class HeaderSize {

    private static final int JPEG_START_OF_SCAN = 0xDA;

    /** The signature and the first chunk, all of which every reader needs. */
    private static final int PNG_HEADER = 33;

    private static final int PNG_IHDR = 0x49484452;

    private HeaderSize() {}

    /**
     * The declared size.
     *
     * @throws PictureRejectedException when the header is damaged or declares no pixels
     */
    static PictureSize read(PictureFormat format, ByteBuffer header) {
        try {
            PictureSize size =
                    switch (format) {
                        case JPEG -> jpeg(header);
                        case PNG -> png(header);
                        case GIF -> gif(header.order(ByteOrder.LITTLE_ENDIAN));
                        case WEBP -> webp(header.order(ByteOrder.LITTLE_ENDIAN));
                        case BMP -> bmp(header.order(ByteOrder.LITTLE_ENDIAN));
                        default -> throw PictureRejectedException.unsupported(format);
                    };
            if (size.width() <= 0 || size.height() <= 0) {
                throw PictureRejectedException.damaged();
            }
            return size;
        } catch (BufferUnderflowException | IndexOutOfBoundsException e) {
            throw PictureRejectedException.damaged();
        }
    }

    private static PictureSize jpeg(ByteBuffer header) {
        int position = 2;
        while (true) {
            int marker = Byte.toUnsignedInt(header.get(position + 1));
            boolean none = header.get(position) != (byte) 0xFF || marker == 0x00;
            if (none || marker == 0xFF) {
                // Webcams leave bytes between segments, which every decoder skips.
                position++;
            } else if (marker == 0x01 || (marker >= 0xD0 && marker <= 0xD8)) {
                position += 2;
            } else if (isJpegFrame(marker)) {
                return new PictureSize(
                        unsignedShort(header, position + 7), unsignedShort(header, position + 5));
            } else if (marker == JPEG_START_OF_SCAN) {
                throw PictureRejectedException.damaged();
            } else {
                position += 2 + unsignedShort(header, position + 2);
            }
        }
    }

    private static boolean isJpegFrame(int marker) {
        return marker >= 0xC0
                && marker <= 0xCF
                && marker != 0xC4
                && marker != 0xC8
                && marker != 0xCC;
    }

    private static PictureSize png(ByteBuffer header) {
        if (header.limit() < PNG_HEADER || header.getInt(12) != PNG_IHDR) {
            throw PictureRejectedException.damaged();
        }
        return new PictureSize(unsignedInt(header, 16), unsignedInt(header, 20));
    }

    /** The first frame may reach beyond the screen that it is shown on. */
    private static PictureSize gif(ByteBuffer header) {
        PictureSize screen = new PictureSize(unsignedShort(header, 6), unsignedShort(header, 8));
        int position = 13 + colours(header.get(10));
        while (header.get(position) == 0x21) {
            position = afterSubBlocks(header, position + 2);
        }
        if (header.get(position) != 0x2C) {
            throw PictureRejectedException.damaged();
        }
        return screen.union(
                new PictureSize(
                        unsignedShort(header, position + 1) + unsignedShort(header, position + 5),
                        unsignedShort(header, position + 3) + unsignedShort(header, position + 7)));
    }

    private static int colours(byte flags) {
        return (flags & 0x80) == 0 ? 0 : 3 << ((flags & 0x07) + 1);
    }

    private static int afterSubBlocks(ByteBuffer header, int start) {
        int position = start;
        int length = Byte.toUnsignedInt(header.get(position));
        while (length != 0) {
            position += 1 + length;
            length = Byte.toUnsignedInt(header.get(position));
        }
        return position + 1;
    }

    private static PictureSize webp(ByteBuffer header) {
        int chunk = header.getInt(12);
        return switch (chunk) {
            case 0x20385056 -> // "VP8 "
                    new PictureSize(
                            unsignedShort(header, 26) & 0x3FFF, unsignedShort(header, 28) & 0x3FFF);
            case 0x4C385056 -> { // "VP8L"
                long bits = unsignedInt(header, 21);
                yield new PictureSize((bits & 0x3FFF) + 1, ((bits >> 14) & 0x3FFF) + 1);
            }
            case 0x58385056 -> // "VP8X"
                    new PictureSize(
                            (unsignedInt(header, 24) & 0xFFFFFF) + 1,
                            (unsignedInt(header, 26) >>> 8) + 1);
            default -> throw PictureRejectedException.damaged();
        };
    }

    /** The height of a picture stored top row first is negative. */
    private static PictureSize bmp(ByteBuffer header) {
        boolean core = header.getInt(14) == 12;
        return core
                ? new PictureSize(unsignedShort(header, 18), unsignedShort(header, 20))
                : new PictureSize(header.getInt(18), Math.abs((long) header.getInt(22)));
    }

    private static int unsignedShort(ByteBuffer header, int position) {
        return Short.toUnsignedInt(header.getShort(position));
    }

    private static long unsignedInt(ByteBuffer header, int position) {
        return Integer.toUnsignedLong(header.getInt(position));
    }
}
