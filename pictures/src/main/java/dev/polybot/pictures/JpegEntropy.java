package dev.polybot.pictures;

import org.jspecify.annotations.Nullable;

import java.io.Serial;
import java.util.Arrays;

/**
 * Finds damage in a JPEG file's pixels. A decoder that meets it fills with grey, or with what happens to come next, and does not
 * say so. Here the Huffman codes are followed, and nothing is computed from them: whatever no encoder writes, or less than
 * all blocks of the picture, is damage. Source: ITU-T T.81, F.2 and G.2.
 */
final class JpegEntropy {

    private static final int TABLES = 4;
    private static final int MOST_SAMPLES = 4;
    private static final int LAST_COEFFICIENT = 63;
    private static final int RUN_OF_ZEROS = 15;

    private final byte[] file;
    private final @Nullable HuffmanTable[] dc = new @Nullable HuffmanTable[TABLES];
    private final @Nullable HuffmanTable[] ac = new @Nullable HuffmanTable[TABLES];
    private Component[] components = {};
    private boolean progressive;
    private int width;
    private int height;
    private int mostAcross = 1;
    private int mostDown = 1;
    private int restartInterval;

    private EntropyBits bits;
    private int first;
    private int last;
    private boolean refining;
    private int endOfBand;

    private JpegEntropy(byte[] file) {
        this.file = file;
        this.bits = new EntropyBits(file, 2);
    }

    /** One of the colours that the picture is stored in. */
    private static final class Component {
        final int id;
        final int across;
        final int down;
        boolean begun;
        @Nullable HuffmanTable dc;
        @Nullable HuffmanTable ac;

        /** A bit for each coefficient that is not zero, by block. Later scans of a progressive file are read by it. */
        long[] present = {};

        Component(int id, int sampling) {
            this.id = id;
            this.across = sampling >> 4;
            this.down = sampling & 0x0F;
        }
    }

    /** Signals that the file is of a kind that is not followed here: arithmetic codes, or none that any decoder reads. */
    private static final class NotFollowed extends Exception {
        @Serial private static final long serialVersionUID = 1L;

        NotFollowed() {
            super("", null, false, false);
        }
    }

    /**
     * Whether a part of its picture is missing or spoilt; where that cannot be told, it is not.
     *
     * @param file a JPEG file, with or without its end
     */
    static boolean isSpoilt(byte[] file) {
        try {
            return !new JpegEntropy(file).isWhole();
        } catch (NotFollowed | IndexOutOfBoundsException e) {
            return false;
        }
    }

    private boolean isWhole() throws NotFollowed {
        int position = bits.marker();
        while (position < file.length - 1 && unsigned(position + 1) != 0xD9) {
            int marker = unsigned(position + 1);
            boolean alone = marker == 0x01 || (marker >= 0xD0 && marker <= 0xD8);
            int end = position + 2 + (alone ? 0 : Math.max(2, unsignedShort(position + 2)));
            bits = new EntropyBits(file, end);
            if (!segment(marker, position + 4, end)) {
                return false;
            }
            position = bits.marker();
        }
        return Arrays.stream(components).allMatch(component -> component.begun);
    }

    /** Whether it is right, and so are the pixels behind it. */
    private boolean segment(int marker, int content, int end) throws NotFollowed {
        switch (marker) {
            case 0xC0, 0xC1, 0xC2 -> frame(content, marker == 0xC2);
            case 0xC3, 0xC5, 0xC6, 0xC7, 0xC9, 0xCA, 0xCB, 0xCD, 0xCE, 0xCF ->
                    throw new NotFollowed();
            case 0xC4 -> tables(content, end);
            case 0xDD -> restartInterval = unsignedShort(content);
            case 0xDA -> {
                return scan(content);
            }
            default -> {}
        }
        return true;
    }

    private void tables(int content, int end) throws NotFollowed {
        int position = content;
        while (position < end) {
            int number = unsigned(position) & 0x0F;
            HuffmanTable table = new HuffmanTable(file, position + 1);
            (unsigned(position) < 0x10 ? dc : ac)[number] = table;
            position += 1 + table.bytes;
        }
    }

    private void frame(int content, boolean isProgressive) throws NotFollowed {
        progressive = isProgressive;
        height = unsignedShort(content + 1);
        width = unsignedShort(content + 3);
        if (components.length != 0 || width == 0 || height == 0) {
            throw new NotFollowed();
        }
        components = new Component[unsigned(content + 5)];
        for (int i = 0; i < components.length; i++) {
            int at = content + 6 + 3 * i;
            Component component = new Component(unsigned(at), unsigned(at + 1));
            if (Math.clamp(component.across, 1, MOST_SAMPLES) != component.across
                    || Math.clamp(component.down, 1, MOST_SAMPLES) != component.down) {
                throw new NotFollowed();
            }
            if (Arrays.stream(components, 0, i).anyMatch(other -> other.id == component.id)) {
                throw new NotFollowed();
            }
            mostAcross = Math.max(mostAcross, component.across);
            mostDown = Math.max(mostDown, component.down);
            components[i] = component;
        }
    }

    private boolean scan(int content) throws NotFollowed {
        Component[] scanned = new Component[unsigned(content)];
        for (int i = 0; i < scanned.length; i++) {
            int tables = unsigned(content + 2 + 2 * i);
            scanned[i] = component(unsigned(content + 1 + 2 * i));
            scanned[i].begun = true;
            scanned[i].dc = dc[tables >> 4];
            scanned[i].ac = ac[tables & 0x0F];
        }
        int selection = content + 1 + 2 * scanned.length;
        first = progressive ? unsigned(selection) : 0;
        last = progressive ? unsigned(selection + 1) : LAST_COEFFICIENT;
        refining = progressive && unsigned(selection + 2) >= 0x10;
        boolean band = first > 0 && scanned.length == 1 && last <= LAST_COEFFICIENT;
        if (scanned.length == 0 || (progressive && !band && first + last > 0)) {
            throw new NotFollowed();
        }
        return scanned.length == 1 ? alone(scanned[0]) : interleaved(scanned);
    }

    private Component component(int id) throws NotFollowed {
        return Arrays.stream(components)
                .filter(component -> component.id == id)
                .findFirst()
                .orElseThrow(NotFollowed::new);
    }

    /** The blocks of one component, as many as its own size asks for. */
    private boolean alone(Component component) throws NotFollowed {
        int columns = blocks(width, component.across, mostAcross);
        int count = columns * blocks(height, component.down, mostDown);
        if (first > 0 && component.present.length == 0) {
            component.present = new long[count];
        }
        for (int i = 0; i < count; i++) {
            if (!(isRestarted(i) && block(component, i))) {
                return false;
            }
        }
        return true;
    }

    private static int blocks(int pixels, int sampling, int most) {
        return Math.ceilDiv(Math.ceilDiv(pixels * sampling, most), 8);
    }

    private boolean interleaved(Component... scanned) throws NotFollowed {
        int count = Math.ceilDiv(width, 8 * mostAcross) * Math.ceilDiv(height, 8 * mostDown);
        for (int i = 0; i < count; i++) {
            if (!isRestarted(i)) {
                return false;
            }
            for (Component component : scanned) {
                for (int j = component.across * component.down; j > 0; j--) {
                    if (!block(component, 0)) {
                        return false;
                    }
                }
            }
        }
        return true;
    }

    /** Whether a restart marker stands where one belongs before a unit. One with a number far off is taken by decoders as well. */
    private boolean isRestarted(int unit) {
        if (unit == 0) {
            endOfBand = 0;
        } else if (restartInterval > 0 && unit % restartInterval == 0) {
            int at = bits.marker();
            int number = at < file.length - 1 ? unsigned(at + 1) - 0xD0 : -1;
            int off = number - (unit / restartInterval - 1) & 7;
            if (number < 0 || number > 7 || (off != 0 && (off < 3 || off > 5))) {
                return false;
            }
            bits = new EntropyBits(file, at + 2);
            endOfBand = 0;
        }
        return true;
    }

    private boolean block(Component component, int index) throws NotFollowed {
        boolean right;
        if (first > 0) {
            right = refining ? refined(component, index) : band(component, index, first);
        } else if (refining) {
            bits.next(1);
            right = true;
        } else {
            right = difference(component) && (last == 0 || band(component, index, 1));
        }
        return right && !bits.isShort();
    }

    private boolean difference(Component component) throws NotFollowed {
        int found = table(component.dc).find(bits.peek());
        bits.skip((found >> 8) + (found & 0x0F));
        return found != 0 && (found & 0xFF) <= 15;
    }

    /** Coefficients at their first coming. */
    private boolean band(Component component, int index, int from) throws NotFollowed {
        if (endOfBand > 0) {
            endOfBand--;
            return true;
        }
        HuffmanTable table = table(component.ac);
        long present = 0;
        int k = from;
        while (k <= last) {
            int found = table.find(bits.peek());
            int run = found >> 4 & 0x0F;
            int size = found & 0x0F;
            bits.skip((found >> 8) + size);
            k += run;
            if (size > 0) {
                if (k > last) {
                    return false;
                }
                present |= 1L << k;
            } else if (found == 0) {
                return false;
            } else if (run < RUN_OF_ZEROS) {
                endOfBand = progressive ? (1 << run) - 1 + bits.next(run) : 0;
                break;
            }
            k++;
        }
        if (progressive) {
            component.present[index] |= present;
        }
        return true;
    }

    /** One more bit of each coefficient that is there, and those that come in between. Source: G.1.2.3. */
    private boolean refined(Component component, int index) throws NotFollowed {
        HuffmanTable table = table(component.ac);
        long present = component.present[index];
        int k = first;
        while (k <= last && endOfBand == 0) {
            int found = table.find(bits.peek());
            int run = found >> 4 & 0x0F;
            int size = found & 0x0F;
            if (found == 0 || size > 1) {
                return false;
            }
            bits.skip((found >> 8) + size);
            if (size == 0 && run < RUN_OF_ZEROS) {
                endOfBand = (1 << run) + bits.next(run);
                break;
            }
            while (k <= last && (isIn(present, k) || --run >= 0)) {
                if (isIn(present, k)) {
                    bits.next(1);
                }
                k++;
            }
            if (size > 0) {
                if (k > last) {
                    return false;
                }
                component.present[index] |= 1L << k;
            }
            k++;
        }
        if (endOfBand > 0) {
            endOfBand--;
            if (k <= last) {
                long rest = (present >>> k) << (k + LAST_COEFFICIENT - last);
                bits.skipMany(Long.bitCount(rest));
            }
        }
        return true;
    }

    private static boolean isIn(long present, int k) {
        return (present >>> k & 1) != 0;
    }

    private static HuffmanTable table(@Nullable HuffmanTable table) throws NotFollowed {
        if (table == null) {
            throw new NotFollowed();
        }
        return table;
    }

    private int unsigned(int position) {
        return Byte.toUnsignedInt(file[position]);
    }

    private int unsignedShort(int position) {
        return unsigned(position) << 8 | unsigned(position + 1);
    }
}
