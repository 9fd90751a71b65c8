package dev.polybot.detector.inference;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.util.List;

/** The smallest ONNX file: a network that gives what it takes, of any type and shape. */
final class OnnxIdentity {

    static final int FLOAT = 1;
    static final int UINT8 = 2;

    private static final int VARINT = 0;
    private static final int LENGTH_DELIMITED = 2;

    private OnnxIdentity() {}

    /** The file's bytes, by the field numbers of onnx.proto. */
    static byte[] file(int type, long... shape) {
        return file(List.of("images"), type, shape);
    }

    /** The same with inputs of which the first alone is used. */
    static byte[] file(List<String> inputs, int type, long... shape) {
        byte[][] sides = new byte[shape.length][];
        for (int i = 0; i < shape.length; i++) {
            sides[i] = bytes(1, number(1, shape[i]));
        }
        byte[] tensor = joined(number(1, type), bytes(2, joined(sides)));
        byte[] graph =
                joined(
                        bytes(
                                1,
                                joined(text(1, "images"), text(2, "output0"), text(4, "Identity"))),
                        text(2, "identity"),
                        joined(
                                inputs.stream()
                                        .map(
                                                input ->
                                                        joined(
                                                                text(1, input),
                                                                bytes(2, bytes(1, tensor))))
                                        .map(input -> bytes(11, input))
                                        .toArray(byte[][]::new)),
                        bytes(12, joined(text(1, "output0"), bytes(2, bytes(1, tensor)))));
        return joined(number(1, 7), bytes(7, graph), bytes(8, number(2, 12)));
    }

    private static byte[] text(int field, String text) {
        return bytes(field, text.getBytes(UTF_8));
    }

    private static byte[] bytes(int field, byte[] content) {
        return joined(
                varint((long) field << 3 | LENGTH_DELIMITED), varint(content.length), content);
    }

    private static byte[] number(int field, long value) {
        return joined(varint((long) field << 3 | VARINT), varint(value));
    }

    private static byte[] varint(long value) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        long rest = value;
        for (; rest >= 0x80; rest >>>= 7) {
            out.write((int) (rest & 0x7F | 0x80));
        }
        out.write((int) rest);
        return out.toByteArray();
    }

    private static byte[] joined(byte[]... parts) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            out.writeBytes(part);
        }
        return out.toByteArray();
    }
}
