package dev.polybot.pictures;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Optional;
import java.util.zip.CRC32;
import java.util.zip.DataFormatException;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.Inflater;

/** Ends a PNG file that lacks its end but none of its pixels. */
final class PngCompletion {

    private static final int[][] ADAM7 = {
        {0, 0, 8, 8},
        {4, 0, 8, 8},
        {0, 4, 4, 8},
        {2, 0, 4, 4},
        {0, 2, 2, 4},
        {1, 0, 2, 2},
        {0, 1, 1, 2}
    };

    private static final int DEEPEST = 16;

    private PngCompletion() {}

    /** The file with its pixels packed anew and an end; empty when it has an end already, or when pixels are missing. */
    static Optional<byte[]> of(byte[] png) {
        List<PngChunks.Chunk> chunks =
                new PngChunks(png)
                        .all().stream()
                                .filter(chunk -> isPixels(chunk) || chunk.isWhole(png.length))
                                .toList();
        if (chunks.stream().anyMatch(chunk -> chunk.type().equals("IEND"))) {
            return Optional.empty();
        }
        byte[] pixels = repacked(png, chunks, rawBytes(ByteBuffer.wrap(png)));
        if (pixels.length == 0) {
            return Optional.empty();
        }
        ByteArrayOutputStream whole = new ByteArrayOutputStream(png.length + pixels.length);
        whole.write(png, 0, PngChunks.SIGNATURE);
        boolean written = false;
        for (PngChunks.Chunk chunk : chunks) {
            if (!isPixels(chunk)) {
                whole.write(png, chunk.start(), chunk.present() + 12);
            } else if (!written) {
                write(whole, "IDAT", pixels);
                written = true;
            }
        }
        write(whole, "IEND");
        return Optional.of(whole.toByteArray());
    }

    private static boolean isPixels(PngChunks.Chunk chunk) {
        return chunk.type().equals("IDAT");
    }

    private static void write(ByteArrayOutputStream out, String type, byte... data) {
        byte[] name = type.getBytes(ISO_8859_1);
        CRC32 checksum = new CRC32();
        checksum.update(name);
        checksum.update(data);
        out.writeBytes(ByteBuffer.allocate(4).putInt(data.length).array());
        out.writeBytes(name);
        out.writeBytes(data);
        out.writeBytes(ByteBuffer.allocate(4).putInt((int) checksum.getValue()).array());
    }

    /** Nothing unless the chunks inflate to so many bytes; a decoder would fill what is missing with black. */
    private static byte[] repacked(byte[] png, List<PngChunks.Chunk> chunks, long wanted) {
        byte[] rows = new byte[1 << 16];
        long inflated = 0;
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (Inflater inflater = new Inflater();
                Deflater fast = new Deflater(Deflater.BEST_SPEED);
                DeflaterOutputStream out = new DeflaterOutputStream(packed, fast)) {
            for (PngChunks.Chunk chunk : chunks.stream().filter(PngCompletion::isPixels).toList()) {
                inflater.setInput(png, chunk.data(), chunk.present());
                int some = inflater.inflate(rows);
                while (some > 0 && inflated < wanted) {
                    out.write(rows, 0, some);
                    inflated += some;
                    some = inflater.inflate(rows);
                }
            }
        } catch (DataFormatException | IOException e) {
            return new byte[0];
        }
        return inflated >= wanted ? packed.toByteArray() : new byte[0];
    }

    /** How many bytes the rows have, each with its filter's one. */
    private static long rawBytes(ByteBuffer png) {
        long width = Integer.toUnsignedLong(png.getInt(16));
        long height = Integer.toUnsignedLong(png.getInt(20));
        int depth = png.get(24);
        if (depth > DEEPEST) {
            // No decoder reads it, so nothing is inflated for it.
            throw new IndexOutOfBoundsException(depth);
        }
        long bits = (long) depth * channels(png.get(25));
        if (png.get(28) == 0) {
            return rows(width, height, bits);
        }
        long bytes = 0;
        for (int[] pass : ADAM7) {
            bytes +=
                    rows(
                            Math.ceilDiv(Math.max(0, width - pass[0]), pass[2]),
                            Math.ceilDiv(Math.max(0, height - pass[1]), pass[3]),
                            bits);
        }
        return bytes;
    }

    private static long rows(long width, long height, long bits) {
        return width == 0 ? 0 : height * (1 + Math.ceilDiv(width * bits, 8));
    }

    private static int channels(byte colourType) {
        return switch (colourType) {
            case 2 -> 3;
            case 4 -> 2;
            case 6 -> 4;
            default -> 1;
        };
    }
}
