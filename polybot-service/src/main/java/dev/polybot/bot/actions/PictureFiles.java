package dev.polybot.bot.actions;

import dev.polybot.bot.filters.Raster;
import dev.polybot.pictures.JpegEncoder;
import dev.polybot.pictures.Picture;
import dev.polybot.pictures.PictureDecoder;
import dev.polybot.pictures.PictureRejectedException;

/** Decodes picture files into rasters and encodes rasters as JPEG files. */
public final class PictureFiles {

    /** At this quality, with sharp colours, the loss of a picture that is saved once more is not seen. */
    private static final int QUALITY = 92;

    private PictureFiles() {}

    /**
     * The picture in a file.
     *
     * @throws PictureRejectedException as {@link PictureDecoder#decode} does
     */
    public static Raster decode(byte[] file, PictureDecoder decoder) {
        try (Picture picture = decoder.decode(file)) {
            return new Raster(picture.width(), picture.height(), picture.pixels());
        }
    }

    /** The picture as JPEG. */
    public static byte[] encodeJpeg(Raster raster) {
        try (Picture picture = Picture.of(raster.width(), raster.height(), raster.bgr())) {
            return new JpegEncoder(QUALITY, JpegEncoder.Colours.SHARP).encode(picture);
        }
    }
}
