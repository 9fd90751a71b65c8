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

/** Mends a PNG file that lacks its end or has wrong checksums, but has all its pixels. */
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

    /** The file with its pixels packed anew and an end; empty when pixels are missing or spoilt. */
    static Optional<byte[]> of(byte[] png) {
        List<PngChunks.Chunk> chunks =
                new PngChunks(png)
                        .all().stream()
                                .filter(chunk -> isPixels(chunk) || chunk.isWhole(png.length))
                                .filter(chunk -> !chunk.type().equals("IEND"))
                                .toList();
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
        byte[] named = new byte[4 + data.length];
        System.arraycopy(type.getBytes(ISO_8859_1), 0, named, 0, 4);
        System.arraycopy(data, 0, named, 4, data.length);
        out.writeBytes(ByteBuffer.allocate(4).putInt(data.length).array());
        out.writeBytes(named);
        out.writeBytes(ByteBuffer.allocate(4).putInt(checksum(named, 0, named.length)).array());
    }

    private static int checksum(byte[] bytes, int from, int count) {
        CRC32 checksum = new CRC32();
        checksum.update(bytes, from, count);
        return (int) checksum.getValue();
    }

    /** Whether the chunk's checksum does not speak against it; one that is cut has none. */
    private static boolean isRight(byte[] png, PngChunks.Chunk chunk) {
        return !chunk.isWhole(png.length)
                || ByteBuffer.wrap(png).getInt(chunk.data() + chunk.present())
                        == checksum(png, chunk.start() + 4, chunk.present() + 4);
    }

    /**
     * Nothing unless the chunks inflate to so many bytes, which a decoder would fill with black, and one of the two checksums over them
     * is right: the packed pixels' own, or those of all chunks.
     */
    private static byte[] repacked(byte[] png, List<PngChunks.Chunk> chunks, long wanted) {
        byte[] rows = new byte[1 << 16];
        long inflated = 0;
        List<PngChunks.Chunk> pixels = chunks.stream().filter(PngCompletion::isPixels).toList();
        boolean right = pixels.stream().allMatch(chunk -> isRight(png, chunk));
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (Inflater inflater = new Inflater();
                Deflater fast = new Deflater(Deflater.BEST_SPEED);
                DeflaterOutputStream out = new DeflaterOutputStream(packed, fast)) {
            for (PngChunks.Chunk chunk : pixels) {
                inflater.setInput(png, chunk.data(), chunk.present());
                int some = inflater.inflate(rows);
                while (some > 0 && inflated <= wanted) {
                    out.write(rows, 0, some);
                    inflated += some;
                    some = inflater.inflate(rows);
                }
            }
            right |= inflater.finished();
        } catch (DataFormatException | IOException e) {
            return new byte[0];
        }
        return right && inflated >= wanted ? packed.toByteArray() : new byte[0];
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
