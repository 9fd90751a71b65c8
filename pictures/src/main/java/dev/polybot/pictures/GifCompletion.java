package dev.polybot.pictures;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/**
 * A GIF file of the first frame alone, on a screen that holds it: files without a trailer, cut in a later frame, or with a
 * screen smaller than their picture are shown by every viewer. Source: GIF89a specification, appendix B.
 */
final class GifCompletion {

    private static final int HEADER = 13;
    private static final int SCREEN_FLAGS = 10;
    private static final int EXTENSION = 0x21;
    private static final int IMAGE = 0x2C;
    private static final int TRAILER = 0x3B;

    private GifCompletion() {}

    /**
     * The file; whether its pixels are all there is the decoder's to find out.
     *
     * @throws IndexOutOfBoundsException when it has no frame
     */
    static byte[] of(byte[] gif) {
        int frame = firstFrame(gif);
        int pixels = frame + 10 + colours(gif[frame + 9]) + 1;
        ByteArrayOutputStream whole = new ByteArrayOutputStream(gif.length + 2);
        whole.write(withScreenFor(frame, gif), 0, pixels);
        int position = pixels;
        while (position < gif.length && gif[position] != 0) {
            int present = Math.min(Byte.toUnsignedInt(gif[position]), gif.length - position - 1);
            if (present > 0) {
                whole.write(present);
                whole.write(gif, position + 1, present);
            }
            position += 1 + present;
        }
        whole.write(0);
        whole.write(TRAILER);
        return whole.toByteArray();
    }

    private static int firstFrame(byte[] gif) {
        int position = HEADER + colours(gif[SCREEN_FLAGS]);
        while (gif[position] == EXTENSION) {
            position += 2;
            while (gif[position] != 0) {
                position += 1 + Byte.toUnsignedInt(gif[position]);
            }
            position++;
        }
        if (gif[position] != IMAGE) {
            throw new IndexOutOfBoundsException(position);
        }
        return position;
    }

    private static byte[] withScreenFor(int frame, byte[] gif) {
        byte[] copy = gif.clone();
        ByteBuffer fields = ByteBuffer.wrap(copy).order(ByteOrder.LITTLE_ENDIAN);
        for (int side = 0; side <= 2; side += 2) {
            int screen = Short.toUnsignedInt(fields.getShort(6 + side));
            int end =
                    Short.toUnsignedInt(fields.getShort(frame + 1 + side))
                            + Short.toUnsignedInt(fields.getShort(frame + 5 + side));
            fields.putShort(6 + side, (short) Math.max(screen, end));
        }
        return copy;
    }

    private static int colours(byte flags) {
        return (flags & 0x80) == 0 ? 0 : 3 << ((flags & 0x07) + 1);
    }
}
