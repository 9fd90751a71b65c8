package dev.polybot.detector.model;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The outermost structure of an ONNX file, a message of Protocol Buffers: whether all of it is there can be told without an engine.
 *
 * @see <a href="https://protobuf.dev/programming-guides/encoding/">the encoding of Protocol Buffers</a>
 */
final class OnnxFile {

    /** The number of {@code graph} in {@code ModelProto}. */
    private static final long GRAPH = 7;

    private static final int VARINT = 0;
    private static final int FIXED_64 = 1;
    private static final int LENGTH_DELIMITED = 2;
    private static final int FIXED_32 = 5;

    private static final int MAX_VARINT_BITS = 64;

    private final SeekableByteChannel file;
    private final ByteBuffer next = ByteBuffer.allocate(1);

    private OnnxFile(SeekableByteChannel file) {
        this.file = file;
    }

    /** Whether the file has a network in it, and ends where its last part does. */
    static boolean isWhole(Path path) throws IOException {
        try (SeekableByteChannel file = Files.newByteChannel(path)) {
            return new OnnxFile(file).isWhole();
        } catch (EOFException e) {
            return false;
        }
    }

    private boolean isWhole() throws IOException {
        boolean graph = false;
        while (file.position() < file.size()) {
            long tag = varint();
            long length =
                    switch ((int) (tag & 7)) {
                        case VARINT -> {
                            varint();
                            yield 0;
                        }
                        case FIXED_64 -> Long.BYTES;
                        case FIXED_32 -> Integer.BYTES;
                        case LENGTH_DELIMITED -> varint();
                        default -> -1;
                    };
            if (tag >>> 3 == 0 || length < 0 || length > file.size() - file.position()) {
                return false;
            }
            graph |= tag >>> 3 == GRAPH && length > 0;
            file.position(file.position() + length);
        }
        return graph;
    }

    /** A number of 7 bits a byte. */
    private long varint() throws IOException {
        long value = 0;
        for (int shift = 0; shift < MAX_VARINT_BITS; shift += 7) {
            next.clear();
            if (file.read(next) != 1) {
                throw new EOFException();
            }
            value |= (next.get(0) & 0x7FL) << shift;
            if (next.get(0) >= 0) {
                return value;
            }
        }
        throw new EOFException("a number without an end");
    }
}
