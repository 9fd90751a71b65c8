package dev.polybot.local.telegram.picture;

import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/**
 * How a camera was held, from a JPEG's EXIF segment.
 *
 * @param value 1 (upright) to 8, as EXIF counts them
 * @param present whether the file has an EXIF segment at all
 */
record ExifOrientation(int value, boolean present) {

    private static final ExifOrientation NONE = new ExifOrientation(1, false);

    private static final int START_OF_IMAGE = 0xFFD8;
    private static final int APP1 = 0xFFE1;
    private static final int START_OF_SCAN = 0xFFDA;
    private static final int TAG_ORIENTATION = 0x0112;
    private static final int ENTRY_BYTES = 12;
    private static final int EXIF_HEADER_BYTES = 6;

    /** Reads it; what is no JPEG, or damaged, counts as upright. */
    static ExifOrientation read(InputStream jpeg) {
        try (DataInputStream in = new DataInputStream(jpeg)) {
            if (in.readUnsignedShort() != START_OF_IMAGE) {
                return NONE;
            }
            while (true) {
                int marker = in.readUnsignedShort();
                int length = in.readUnsignedShort() - 2;
                if (marker == START_OF_SCAN || (marker >> 8) != 0xFF || length < 0) {
                    return NONE;
                }
                byte[] segment = in.readNBytes(length);
                if (marker == APP1 && startsWithExif(segment)) {
                    return new ExifOrientation(orientation(segment), true);
                }
            }
        } catch (IOException | IndexOutOfBoundsException | IllegalArgumentException damaged) {
            return NONE;
        }
    }

    /** Whether width and height change places when it is turned upright. */
    boolean isSideways() {
        return value >= 5;
    }

    private static boolean startsWithExif(byte[] segment) {
        return segment.length > EXIF_HEADER_BYTES
                && segment[0] == 'E'
                && segment[1] == 'x'
                && segment[2] == 'i'
                && segment[3] == 'f';
    }

    private static int orientation(byte[] segment) {
        ByteBuffer tiff =
                ByteBuffer.wrap(segment, EXIF_HEADER_BYTES, segment.length - EXIF_HEADER_BYTES)
                        .slice();
        tiff.order(tiff.get(0) == 'I' ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
        int directory = tiff.getInt(4);
        int entries = tiff.getShort(directory) & 0xFFFF;
        for (int i = 0; i < entries; i++) {
            int entry = directory + 2 + i * ENTRY_BYTES;
            if ((tiff.getShort(entry) & 0xFFFF) == TAG_ORIENTATION) {
                int value = tiff.getShort(entry + 8);
                return value >= 1 && value <= 8 ? value : 1;
            }
        }
        return 1;
    }
}
