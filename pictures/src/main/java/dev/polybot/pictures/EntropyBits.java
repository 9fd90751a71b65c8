package dev.polybot.pictures;

/**
 * The bits of a JPEG scan, up to the next marker; behind them come zeros without end, as decoders have it. Source: ITU-T
 * T.81, F.2.2.5.
 */
final class EntropyBits {

    /** Encoders that lose their last byte are forgiven: whatever was in it, no more than a few pixels change. */
    private static final int FORGIVEN = 8;

    private final byte[] file;
    private int position;
    private long buffer;
    private int buffered;
    private int zeros;

    EntropyBits(byte[] file, int start) {
        this.file = file;
        this.position = start;
    }

    /** The next 16 bits; behind them at least 16 more can be skipped. */
    int peek() {
        if (buffered < 32) {
            fill();
        }
        return (int) (buffer >>> (buffered - 16)) & 0xFFFF;
    }

    /** Goes past bits that were seen, or past as many as a call of {@link #peek} allows. */
    void skip(int bits) {
        buffered -= bits;
    }

    /** Goes past up to 64 bits. */
    void skipMany(int bits) {
        for (int left = bits; left > 0; left -= 16) {
            peek();
            skip(Math.min(left, 16));
        }
    }

    int next(int bits) {
        int next = peek() >>> (16 - bits);
        skip(bits);
        return next;
    }

    /** Whether more was read than there is. */
    boolean isShort() {
        return zeros - buffered > FORGIVEN;
    }

    /** Where the next marker stands, past whatever lies before it; the file's last byte when there is none. */
    int marker() {
        while (position < file.length - 1 && !isMarker(position)) {
            position++;
        }
        return position;
    }

    private boolean isMarker(int at) {
        return file[at] == (byte) 0xFF && file[at + 1] != 0 && file[at + 1] != (byte) 0xFF;
    }

    private void fill() {
        while (buffered <= Long.SIZE - 8) {
            buffer = buffer << 8 | nextByte();
            buffered += 8;
        }
    }

    /** A byte of ones is followed by zeros, to tell it from a marker. */
    private int nextByte() {
        int end = file.length;
        if (position < end && file[position] != (byte) 0xFF) {
            return Byte.toUnsignedInt(file[position++]);
        }
        int after = position;
        while (after < end && file[after] == (byte) 0xFF) {
            after++;
        }
        if (after < end && file[after] == 0) {
            position = after + 1;
            return 0xFF;
        }
        zeros += 8;
        return 0;
    }
}
