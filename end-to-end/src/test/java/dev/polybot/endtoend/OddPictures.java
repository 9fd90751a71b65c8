package dev.polybot.endtoend;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.zip.CRC32;
import java.util.zip.Deflater;

import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriter;
import javax.imageio.stream.ImageOutputStream;

/** Pictures that nobody takes with a camera. */
final class OddPictures {

    private static final byte[] PNG_SIGNATURE = {
        (byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'
    };

    private OddPictures() {}

    /** The beginning of a file in the format of Apple's phones. */
    static byte[] heic() {
        byte[] file = new byte[4096];
        byte[] header =
                "\0\0\0\u0018ftypheic\0\0\0\0heicmif1".getBytes(StandardCharsets.ISO_8859_1);
        System.arraycopy(header, 0, file, 0, header.length);
        return file;
    }

    /** A PNG of a few bytes that declares a size and has pixels for none of it. */
    static byte[] pngDeclaring(int width, int height) throws IOException {
        ByteArrayOutputStream header = new ByteArrayOutputStream();
        try (DataOutputStream data = new DataOutputStream(header)) {
            data.writeInt(width);
            data.writeInt(height);
            data.write(new byte[] {8, 2, 0, 0, 0});
        }
        ByteArrayOutputStream png = new ByteArrayOutputStream();
        try (DataOutputStream data = new DataOutputStream(png)) {
            data.write(PNG_SIGNATURE);
            chunk(data, "IHDR", header.toByteArray());
            chunk(data, "IDAT", deflated(new byte[64]));
            chunk(data, "IEND", new byte[0]);
        }
        return png.toByteArray();
    }

    /** A square that moves. */
    static byte[] animatedGif(int frames) throws IOException {
        ByteArrayOutputStream gif = new ByteArrayOutputStream();
        ImageWriter writer = ImageIO.getImageWritersByFormatName("gif").next();
        try (ImageOutputStream stream = ImageIO.createImageOutputStream(gif)) {
            writer.setOutput(stream);
            writer.prepareWriteSequence(null);
            for (int i = 0; i < frames; i++) {
                writer.writeToSequence(new IIOImage(frame(i), null, null), null);
            }
            writer.endWriteSequence();
        } finally {
            writer.dispose();
        }
        return gif.toByteArray();
    }

    private static BufferedImage frame(int number) {
        BufferedImage frame = new BufferedImage(320, 240, BufferedImage.TYPE_INT_RGB);
        Graphics2D pen = frame.createGraphics();
        pen.setColor(Color.ORANGE);
        pen.fillRect(20 + 40 * number, 60, 80, 80);
        pen.dispose();
        return frame;
    }

    private static byte[] deflated(byte[] content) {
        Deflater deflater = new Deflater();
        try {
            deflater.setInput(content);
            deflater.finish();
            byte[] buffer = new byte[1024];
            int length = deflater.deflate(buffer);
            return Arrays.copyOf(buffer, length);
        } finally {
            deflater.end();
        }
    }

    private static void chunk(DataOutputStream png, String type, byte[] content)
            throws IOException {
        byte[] name = type.getBytes(StandardCharsets.US_ASCII);
        CRC32 checksum = new CRC32();
        checksum.update(name);
        checksum.update(content);
        png.writeInt(content.length);
        png.write(name);
        png.write(content);
        png.writeInt((int) checksum.getValue());
    }
}
