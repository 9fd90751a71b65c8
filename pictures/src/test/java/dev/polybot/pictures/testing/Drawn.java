package dev.polybot.pictures.testing;

import static org.bytedeco.opencv.global.opencv_core.CV_8UC3;
import static org.bytedeco.opencv.global.opencv_imgcodecs.IMWRITE_JPEG_RST_INTERVAL;
import static org.bytedeco.opencv.global.opencv_imgcodecs.IMWRITE_WEBP_QUALITY;
import static org.bytedeco.opencv.global.opencv_imgcodecs.imencode;

import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.javacpp.IntPointer;
import org.bytedeco.opencv.opencv_core.Mat;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.awt.image.WritableRaster;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import java.util.zip.CRC32;

import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.ImageOutputStream;

/** Picture files made for a test: four quarters, red and green above blue and white, in every manner that people send. */
public final class Drawn {

    public static final int WIDTH = 64;
    public static final int HEIGHT = 48;

    private static final Color[] QUARTERS = {Color.RED, Color.GREEN, Color.BLUE, Color.WHITE};

    private Drawn() {}

    public static BufferedImage quarters(int imageType) {
        BufferedImage image = new BufferedImage(WIDTH, HEIGHT, imageType);
        Graphics2D graphics = image.createGraphics();
        for (int i = 0; i < QUARTERS.length; i++) {
            graphics.setColor(QUARTERS[i]);
            graphics.fillRect(i % 2 * WIDTH / 2, i / 2 * HEIGHT / 2, WIDTH / 2, HEIGHT / 2);
        }
        graphics.dispose();
        return image;
    }

    public static byte[] file(BufferedImage image, String format) {
        try {
            ByteArrayOutputStream file = new ByteArrayOutputStream();
            if (!ImageIO.write(image, format, file)) {
                throw new IllegalArgumentException("no writer for " + format);
            }
            return file.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static byte[] jpeg() {
        return file(quarters(BufferedImage.TYPE_3BYTE_BGR), "jpg");
    }

    public static byte[] png() {
        return file(quarters(BufferedImage.TYPE_3BYTE_BGR), "png");
    }

    /** A JPEG whose scans make the picture sharper one by one. */
    public static byte[] progressiveJpeg(BufferedImage image) {
        ImageWriter writer = ImageIO.getImageWritersByFormatName("jpg").next();
        try (ByteArrayOutputStream file = new ByteArrayOutputStream();
                ImageOutputStream out = ImageIO.createImageOutputStream(file)) {
            ImageWriteParam parameters = writer.getDefaultWriteParam();
            parameters.setProgressiveMode(ImageWriteParam.MODE_DEFAULT);
            writer.setOutput(out);
            writer.write(null, new IIOImage(image, null, null), parameters);
            out.flush();
            return file.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            writer.dispose();
        }
    }

    /** A JPEG with a restart marker after each eight blocks. */
    public static byte[] jpegWithRestarts() {
        return noise(".jpg", IMWRITE_JPEG_RST_INTERVAL, 2);
    }

    /** A WebP with loss. */
    public static byte[] webp() {
        return noise(".webp", IMWRITE_WEBP_QUALITY, 90);
    }

    private static byte[] noise(String type, int... parameters) {
        try (Mat picture = new Mat(HEIGHT, WIDTH, CV_8UC3);
                BytePointer pixels = picture.data();
                BytePointer encoded = new BytePointer();
                IntPointer settings = new IntPointer(parameters)) {
            byte[] noise = new byte[WIDTH * HEIGHT * 3];
            new Random(7).nextBytes(noise);
            pixels.put(noise);
            imencode(type, picture, encoded, settings);
            byte[] file = new byte[Math.toIntExact(encoded.limit())];
            encoded.get(file);
            return file;
        }
    }

    /** A picture without two equal rows, so that a missing one shows. */
    public static BufferedImage noise() {
        BufferedImage image = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_3BYTE_BGR);
        Random random = new Random(7);
        for (int i = 0; i < WIDTH * HEIGHT; i++) {
            image.setRGB(i % WIDTH, i / WIDTH, random.nextInt(0x1000000));
        }
        return image;
    }

    /** A JPEG in four inks, inverted as Photoshop and its followers store them. */
    public static byte[] cmykJpeg() {
        BufferedImage rgb = quarters(BufferedImage.TYPE_3BYTE_BGR);
        WritableRaster inks =
                java.awt.image.Raster.createInterleavedRaster(0, WIDTH, HEIGHT, 4, null);
        for (int y = 0; y < HEIGHT; y++) {
            for (int x = 0; x < WIDTH; x++) {
                Color colour = new Color(rgb.getRGB(x, y));
                inks.setPixel(
                        x,
                        y,
                        new int[] {colour.getRed(), colour.getGreen(), colour.getBlue(), 255});
            }
        }
        ImageWriter writer = ImageIO.getImageWritersByFormatName("jpg").next();
        try (ByteArrayOutputStream file = new ByteArrayOutputStream();
                ImageOutputStream out = ImageIO.createImageOutputStream(file)) {
            writer.setOutput(out);
            writer.write(null, new IIOImage(inks, null, null), null);
            out.flush();
            return file.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            writer.dispose();
        }
    }

    /** A JPEG with this EXIF orientation, whose pixels lie as a camera with that orientation stores an upright scene. */
    public static byte[] jpegTurned(int orientation) {
        return withOrientation(file(turned(orientation), "jpg"), orientation);
    }

    /** The pixels as a camera with that EXIF orientation stores an upright scene. */
    public static BufferedImage turned(int orientation) {
        BufferedImage upright = quarters(BufferedImage.TYPE_3BYTE_BGR);
        boolean swapped = orientation >= 5;
        BufferedImage stored =
                new BufferedImage(
                        swapped ? HEIGHT : WIDTH,
                        swapped ? WIDTH : HEIGHT,
                        BufferedImage.TYPE_3BYTE_BGR);
        for (int y = 0; y < HEIGHT; y++) {
            for (int x = 0; x < WIDTH; x++) {
                int right = WIDTH - 1 - x;
                int below = HEIGHT - 1 - y;
                int rgb = upright.getRGB(x, y);
                switch (orientation) {
                    case 1 -> stored.setRGB(x, y, rgb);
                    case 2 -> stored.setRGB(right, y, rgb);
                    case 3 -> stored.setRGB(right, below, rgb);
                    case 4 -> stored.setRGB(x, below, rgb);
                    case 5 -> stored.setRGB(y, x, rgb);
                    case 6 -> stored.setRGB(y, right, rgb);
                    case 7 -> stored.setRGB(below, right, rgb);
                    case 8 -> stored.setRGB(below, x, rgb);
                    default -> throw new IllegalArgumentException("orientation " + orientation);
                }
            }
        }
        return stored;
    }

    private static byte[] withOrientation(byte[] jpeg, int orientation) {
        byte[] exif = {
            (byte) 0xFF,
            (byte) 0xE1,
            0,
            34,
            'E',
            'x',
            'i',
            'f',
            0,
            0, //
            'M',
            'M',
            0,
            42,
            0,
            0,
            0,
            8,
            0,
            1, //
            0x01,
            0x12,
            0,
            3,
            0,
            0,
            0,
            1,
            0,
            (byte) orientation,
            0,
            0,
            0,
            0,
            0,
            0
        };
        return ByteBuffer.allocate(jpeg.length + exif.length)
                .put(jpeg, 0, 2)
                .put(exif)
                .put(jpeg, 2, jpeg.length - 2)
                .array();
    }

    /** A JPEG whose picture comes in several passes, each finer than the one before. */
    public static byte[] progressiveJpeg() {
        ImageWriter writer = ImageIO.getImageWritersByFormatName("jpg").next();
        ImageWriteParam progressive = writer.getDefaultWriteParam();
        progressive.setProgressiveMode(ImageWriteParam.MODE_DEFAULT);
        try (ByteArrayOutputStream file = new ByteArrayOutputStream();
                ImageOutputStream out = ImageIO.createImageOutputStream(file)) {
            writer.setOutput(out);
            writer.write(
                    null,
                    new IIOImage(quarters(BufferedImage.TYPE_3BYTE_BGR), null, null),
                    progressive);
            out.flush();
            return file.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            writer.dispose();
        }
    }

    /** The frame of a progressive JPEG and so many scans without anything in them: harmless, for nothing can be decoded. */
    public static byte[] jpegWithScans(int scans, int width, int height) {
        ByteBuffer file = ByteBuffer.allocate(2 + 13 + scans * 10 + 2);
        file.putShort((short) 0xFFD8);
        file.putShort((short) 0xFFC2).putShort((short) 11).put((byte) 8);
        file.putShort((short) height).putShort((short) width);
        file.put(new byte[] {1, 1, 0x11, 0});
        for (int i = 0; i < scans; i++) {
            file.putShort((short) 0xFFDA).putShort((short) 8);
            file.put(new byte[] {1, 1, 0, 0, 0, 0});
        }
        return file.putShort((short) 0xFFD9).array();
    }

    /** The start of a PNG that declares so many pixels and holds none. */
    public static byte[] pngDeclaring(int width, int height) {
        byte[] header =
                ByteBuffer.allocate(17)
                        .put("IHDR".getBytes(StandardCharsets.US_ASCII))
                        .putInt(width)
                        .putInt(height)
                        .put(new byte[] {8, 2, 0, 0, 0})
                        .array();
        CRC32 checksum = new CRC32();
        checksum.update(header);
        return ByteBuffer.allocate(8 + 4 + header.length + 4)
                .put(new byte[] {(byte) 0x89, 'P', 'N', 'G', 13, 10, 26, 10})
                .putInt(13)
                .put(header)
                .putInt((int) checksum.getValue())
                .array();
    }

    /** A small GIF whose screen is declared to be as large as the format allows. */
    public static byte[] gifDeclaring(int width, int height) {
        byte[] gif = file(quarters(BufferedImage.TYPE_BYTE_INDEXED), "gif");
        gif[6] = (byte) width;
        gif[7] = (byte) (width >> 8);
        gif[8] = (byte) height;
        gif[9] = (byte) (height >> 8);
        return gif;
    }

    public static BufferedImage read(byte[] file) {
        try {
            return ImageIO.read(new ByteArrayInputStream(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
