package dev.polybot.local.live;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/**
 * Reads one message of protocol buffers, field by field (protobuf.dev, "Encoding").
 *
 * <p>Whatever is cut off or malformed throws {@link IllegalArgumentException}.
 */
final class Protobuf {

    /** What is done with a field. */
    @FunctionalInterface
    interface Field {

        /**
         * Takes a field.
         *
         * @param number of a varint or a fixed one; 0 for bytes
         * @param bytes of a string, bytes or a message; empty for a number
         */
        void take(int field, long number, ByteBuffer bytes);
    }

    private static final ByteBuffer NONE = ByteBuffer.allocate(0);

    private Protobuf() {}

    static void read(ByteBuffer message, Field to) {
        ByteBuffer in = message.duplicate().order(ByteOrder.LITTLE_ENDIAN);
        while (in.hasRemaining()) {
            long tag = varint(in);
            int field = Math.toIntExact(tag >>> 3);
            switch ((int) (tag & 7)) {
                case 0 -> to.take(field, varint(in), NONE);
                case 1 -> to.take(field, fixed(in, 8), NONE);
                case 2 -> to.take(field, 0, part(in));
                case 5 -> to.take(field, fixed(in, 4), NONE);
                default -> throw new IllegalArgumentException("no wire type " + (tag & 7));
            }
        }
    }

    private static long fixed(ByteBuffer in, int size) {
        require(in, size);
        return size == 8 ? in.getLong() : in.getInt();
    }

    private static ByteBuffer part(ByteBuffer in) {
        long length = varint(in);
        require(in, length);
        ByteBuffer part = in.slice(in.position(), (int) length);
        in.position(in.position() + (int) length);
        return part;
    }

    private static long varint(ByteBuffer in) {
        long value = 0;
        for (int shift = 0; shift < 64; shift += 7) {
            require(in, 1);
            byte next = in.get();
            value |= (long) (next & 0x7f) << shift;
            if (next >= 0) {
                return value;
            }
        }
        throw new IllegalArgumentException("a number without end");
    }

    private static void require(ByteBuffer in, long bytes) {
        if (bytes < 0 || bytes > in.remaining()) {
            throw new IllegalArgumentException("cut off");
        }
    }
}
