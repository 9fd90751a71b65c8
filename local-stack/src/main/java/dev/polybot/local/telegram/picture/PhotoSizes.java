package dev.polybot.local.telegram.picture;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.AffineTransform;
import java.awt.image.BufferedImage;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;

/**
 * Makes of a picture what Telegram makes of a photo: JPEG copies whose longer side is at most 90, 320, 800 and 1280 pixels,
 * upright and without metadata. Copies larger than the picture are left out, but for one at its own size.
 */
public final class PhotoSizes {

    private static final int[] LONGER_SIDES = {90, 320, 800, 1280};

    /** Width and height together, and their ratio: https://core.telegram.org/bots/api#sendphoto. */
    private static final int MAX_WIDTH_PLUS_HEIGHT = 10_000;

    private static final int MAX_RATIO = 20;

    /**
     * One copy.
     *
     * @param file a temporary JPEG file
     */
    public record Size(Path file, int width, int height) {}

    private final Path temporary;

    /**
     * @param temporary the folder in which the copies are made
     */
    public PhotoSizes(Path temporary) {
        this.temporary = temporary;
    }

    /**
     * Makes the copies, smallest first.
     *
     * @throws UnusablePicture when the file is no picture, or not one that Telegram takes as a photo
     */
    public List<Size> of(Path file) throws IOException, UnusablePicture {
        ExifOrientation orientation =
                ExifOrientation.read(new BufferedInputStream(Files.newInputStream(file)));
        try (PictureFile picture = PictureFile.open(file)) {
            int width = orientation.isSideways() ? picture.height() : picture.width();
            int height = orientation.isSideways() ? picture.width() : picture.height();
            checkDimensions(width, height);
            BufferedImage image =
                    upright(picture.decode(LONGER_SIDES[LONGER_SIDES.length - 1]), orientation);
            boolean canStay = picture.isJpeg() && !orientation.present();
            return copies(file, image, width, height, canStay);
        }
    }

    private List<Size> copies(
            Path file, BufferedImage image, int width, int height, boolean canStay)
            throws IOException {
        List<Size> sizes = new ArrayList<>();
        int longer = Math.max(width, height);
        for (int side : LONGER_SIDES) {
            boolean whole = side >= longer;
            double scale = whole ? 1 : (double) side / longer;
            int w = Math.max(1, (int) Math.round(width * scale));
            int h = Math.max(1, (int) Math.round(height * scale));
            Path copy = Files.createTempFile(temporary, "size", ".jpg");
            if (whole && canStay) {
                Files.copy(file, copy, StandardCopyOption.REPLACE_EXISTING);
            } else {
                Jpeg.write(Scaling.to(image, w, h), copy);
            }
            sizes.add(new Size(copy, w, h));
            if (whole) {
                break;
            }
        }
        return sizes;
    }

    private static void checkDimensions(int width, int height) throws UnusablePicture {
        if (width + height > MAX_WIDTH_PLUS_HEIGHT
                || Math.max(width, height) > MAX_RATIO * Math.min(width, height)) {
            throw new UnusablePicture("PHOTO_INVALID_DIMENSIONS");
        }
    }

    /** The picture on white, since JPEG knows no transparency, turned as its camera says. */
    private static BufferedImage upright(BufferedImage image, ExifOrientation orientation) {
        int w = image.getWidth();
        int h = image.getHeight();
        boolean sideways = orientation.isSideways();
        BufferedImage upright =
                new BufferedImage(sideways ? h : w, sideways ? w : h, BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = upright.createGraphics();
        graphics.setColor(Color.WHITE);
        graphics.fillRect(0, 0, upright.getWidth(), upright.getHeight());
        graphics.setRenderingHint(
                RenderingHints.KEY_INTERPOLATION,
                RenderingHints.VALUE_INTERPOLATION_NEAREST_NEIGHBOR);
        graphics.drawImage(image, turn(orientation.value(), w, h), null);
        graphics.dispose();
        return upright;
    }

    /** From the stored pixels to the upright ones, for each of EXIF's eight orientations. */
    private static AffineTransform turn(int orientation, int w, int h) {
        return switch (orientation) {
            case 2 -> new AffineTransform(-1, 0, 0, 1, w, 0);
            case 3 -> new AffineTransform(-1, 0, 0, -1, w, h);
            case 4 -> new AffineTransform(1, 0, 0, -1, 0, h);
            case 5 -> new AffineTransform(0, 1, 1, 0, 0, 0);
            case 6 -> new AffineTransform(0, 1, -1, 0, h, 0);
            case 7 -> new AffineTransform(0, -1, -1, 0, h, w);
            case 8 -> new AffineTransform(0, -1, 1, 0, 0, w);
            default -> new AffineTransform();
        };
    }
}
