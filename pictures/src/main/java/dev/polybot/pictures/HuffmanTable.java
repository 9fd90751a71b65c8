package dev.polybot.pictures;

/** A table of a JPEG file: from the bits that come next to a symbol. Source: ITU-T T.81, annexes C and F.2.2.3. */
final class HuffmanTable {

    static final int LONGEST = 16;

    /** So many bits are looked up at once, which nearly all codes are within. */
    private static final int QUICK = 9;

    /** By the next {@link #QUICK} bits: the code's length and, below it in 8 bits, its symbol; 0 where the code is longer. */
    private final int[] quick = new int[1 << QUICK];

    /** By length: the first code of the next length, brought to the longest; codes below it are no longer than that. */
    private final int[] beyond = new int[LONGEST + 1];

    /** By length: what is added to a code of it for its symbol's place. */
    private final int[] offset = new int[LONGEST + 1];

    private final byte[] file;

    /** How many bytes it takes in the file. */
    final int bytes;

    /**
     * Reads it.
     *
     * @param start where in the file its counts begin
     * @throws IndexOutOfBoundsException when the file ends in it or it has more codes than there can be
     */
    HuffmanTable(byte[] file, int start) {
        this.file = file;
        int code = 0;
        int symbol = start + LONGEST;
        for (int length = 1; length <= LONGEST; length++) {
            int count = Byte.toUnsignedInt(file[start + length - 1]);
            offset[length] = symbol - code;
            for (int i = 0; i < count; i++, code++, symbol++) {
                if (length <= QUICK) {
                    int first = code << (QUICK - length);
                    int entry = length << 8 | Byte.toUnsignedInt(file[symbol]);
                    for (int j = 0; j < 1 << (QUICK - length); j++) {
                        quick[first + j] = entry;
                    }
                }
            }
            if (code > 1 << length) {
                throw new IndexOutOfBoundsException(code);
            }
            beyond[length] = code << (LONGEST - length);
            code <<= 1;
        }
        bytes = symbol - start;
    }

    /** The length of the code that these 16 bits begin with and, below it in 8 bits, its symbol; 0 for no code. */
    int find(int bits) {
        int entry = quick[bits >>> (LONGEST - QUICK)];
        return entry != 0 ? entry : findLonger(bits);
    }

    private int findLonger(int bits) {
        for (int length = QUICK + 1; length <= LONGEST; length++) {
            if (bits < beyond[length]) {
                int symbol = offset[length] + (bits >>> (LONGEST - length));
                return length << 8 | Byte.toUnsignedInt(file[symbol]);
            }
        }
        return 0;
    }
}
