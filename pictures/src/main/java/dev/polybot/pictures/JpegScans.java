package dev.polybot.pictures;

import java.util.HashMap;
import java.util.Map;

/**
 * What a JPEG file's scans bring. In a progressive file each adds to the picture: one that lacks the last of them looks whole
 * and is not. Source: ITU-T T.81, B.2.3 and G.1.1.
 */
final class JpegScans {

    private static final long ALL_COEFFICIENTS = -1;

    private final byte[] file;
    private final Map<Integer, Long> coefficients = new HashMap<>();
    private int lastRestart = -1;
    private boolean progressive;

    JpegScans(byte[] file) {
        this.file = file;
        try {
            read();
        } catch (IndexOutOfBoundsException e) {
            // Cut in a marker: what came before it counts.
        }
    }

    /** Whether every coefficient of every component has begun to arrive at its full precision. */
    boolean bringAll() {
        return !coefficients.isEmpty()
                && coefficients.values().stream().allMatch(bits -> bits == ALL_COEFFICIENTS);
    }

    /** The marker with which a further stretch of the last scan would begin. */
    int nextRestart() {
        return 0xD0 + (lastRestart + 1) % 8;
    }

    private void read() {
        int position = 2;
        while (position < file.length - 1) {
            int marker = unsigned(position + 1);
            if (unsigned(position) != 0xFF || marker == 0x00 || marker == 0xFF) {
                position++;
            } else if (marker >= 0xD0 && marker <= 0xD7) {
                lastRestart = marker - 0xD0;
                position += 2;
            } else if (marker == 0x01 || marker == 0xD8 || marker == 0xD9) {
                position += 2;
            } else {
                segment(marker, position + 4);
                position += 2 + (unsigned(position + 2) << 8) + unsigned(position + 3);
            }
        }
    }

    private void segment(int marker, int content) {
        boolean frame = marker == 0xC0 || (marker > 0xC0 && marker <= 0xCF && marker % 4 != 0);
        if (frame) {
            progressive = (marker & 3) == 2;
            for (int i = 0; i < unsigned(content + 5); i++) {
                coefficients.put(unsigned(content + 6 + 3 * i), 0L);
            }
        } else if (marker == 0xDA) {
            lastRestart = -1;
            scan(content);
        }
    }

    private void scan(int content) {
        int components = unsigned(content);
        int selection = content + 1 + 2 * components;
        boolean exact = (unsigned(selection + 2) & 0x0F) == 0;
        long brought =
                progressive
                        ? exact ? bits(unsigned(selection), unsigned(selection + 1)) : 0
                        : ALL_COEFFICIENTS;
        for (int i = 0; i < components; i++) {
            coefficients.merge(unsigned(content + 1 + 2 * i), brought, (a, b) -> a | b);
        }
    }

    private static long bits(int first, int last) {
        long through = last >= 63 ? -1 : (1L << (last + 1)) - 1;
        return through & (-1L << first);
    }

    private int unsigned(int position) {
        return Byte.toUnsignedInt(file[position]);
    }
}
