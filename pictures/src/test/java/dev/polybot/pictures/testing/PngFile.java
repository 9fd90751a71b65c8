package dev.polybot.pictures.testing;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.util.zip.CRC32;
import java.util.zip.Deflater;

/** A PNG written chunk by chunk, for kinds that ImageIO does not write. */
public final class PngFile {

    private final ByteArrayOutputStream file = new ByteArrayOutputStream();

    /**
     * Signature and header.
     *
     * @param colourType 0 grey, 2 RGB, 3 palette, 4 grey with alpha, 6 RGBA
     */
    public PngFile(int width, int height, int depth, int colourType) {
        file.writeBytes(new byte[] {(byte) 0x89, 'P', 'N', 'G', 13, 10, 26, 10});
        byte[] tail = {(byte) depth, (byte) colourType, 0, 0, 0};
        chunk("IHDR", ByteBuffer.allocate(13).putInt(width).putInt(height).put(tail).array());
    }

    public PngFile chunk(String type, byte... data) {
        CRC32 checksum = new CRC32();
        checksum.update(type.getBytes(ISO_8859_1));
        checksum.update(data);
        file.writeBytes(
                ByteBuffer.allocate(12 + data.length)
                        .putInt(data.length)
                        .put(type.getBytes(ISO_8859_1))
                        .put(data)
                        .putInt((int) checksum.getValue())
                        .array());
        return this;
    }

    /** An EXIF chunk that says this orientation and nothing else. */
    public PngFile orientation(int orientation) {
        return chunk(
                "eXIf",
                ByteBuffer.allocate(26)
                        .put(
                                new byte[] {
                                    'I', 'I', 42, 0, 8, 0, 0, 0, 1, 0, 0x12, 1, 3, 0, 1, 0, 0, 0
                                })
                        .put(new byte[] {(byte) orientation, 0, 0, 0, 0, 0, 0, 0})
                        .array());
    }

    /** The pixels, each row with its filter's byte, and the end. */
    public byte[] pixels(byte[] rows) {
        Deflater deflater = new Deflater();
        deflater.setInput(rows);
        deflater.finish();
        byte[] packed = new byte[rows.length + 1024];
        int length = deflater.deflate(packed);
        deflater.end();
        chunk("IDAT", java.util.Arrays.copyOf(packed, length));
        return chunk("IEND").file.toByteArray();
    }
}
