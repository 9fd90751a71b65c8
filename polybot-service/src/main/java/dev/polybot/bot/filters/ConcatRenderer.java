package dev.polybot.bot.filters;

import static org.bytedeco.opencv.global.opencv_core.CV_8UC3;
import static org.bytedeco.opencv.global.opencv_imgproc.INTER_AREA;
import static org.bytedeco.opencv.global.opencv_imgproc.INTER_LINEAR;
import static org.bytedeco.opencv.global.opencv_imgproc.resize;

import dev.polybot.pictures.Picture;
import dev.polybot.pictures.PictureSize;

import org.bytedeco.opencv.opencv_core.Mat;
import org.bytedeco.opencv.opencv_core.Size;

import java.util.List;

/**
 * Renders a joined picture: computes where each picture goes, makes the canvas and draws them onto it. Where they go follows from
 * their sizes alone, so that no more than one of them needs to be in memory at a time.
 */
public final class ConcatRenderer {

    private final List<PictureSize> pictures;
    private final boolean reversed;
    private final boolean grey;
    private final CommonSide side;

    ConcatRenderer(Concat concat, List<PictureSize> pictures, long maxPixels) {
        this.pictures = List.copyOf(pictures);
        this.reversed = concat.direction().isReversed();
        this.grey = concat.grey();
        this.side = CommonSide.of(pictures, concat.direction(), maxPixels);
    }

    /** How large the pictures are together. */
    public PictureSize size() {
        long extent = side.extentOf(pictures);
        return side.horizontal()
                ? new PictureSize(extent, side.length())
                : new PictureSize(side.length(), extent);
    }

    /** A picture of that size, to draw on. Each of its pixels is drawn once all the pictures are. */
    public Picture canvas() {
        PictureSize size = size();
        return new Picture(new Mat((int) size.height(), (int) size.width(), CV_8UC3));
    }

    /**
     * Draws a picture in its place. One that has to grow is interpolated between the nearest pixels; of one that has to
     * shrink every new pixel is the mean of the area that it covers.
     *
     * @param index its number in the order in which the pictures were sent, from 0
     */
    public void draw(int index, Picture picture, Picture canvas) {
        try (Mat place = placeOf(index, canvas.bgr());
                Size size = place.size()) {
            boolean shrinks = place.total() < picture.bgr().total();
            resize(picture.bgr(), place, size, 0, 0, shrinks ? INTER_AREA : INTER_LINEAR);
            if (grey) {
                Grey.convert(place, place);
            }
        }
    }

    private Mat placeOf(int picture, Mat canvas) {
        int start = (int) side.extentOf(before(picture));
        int end = start + (int) side.extentOf(pictures.get(picture));
        return side.horizontal() ? canvas.colRange(start, end) : canvas.rowRange(start, end);
    }

    private List<PictureSize> before(int picture) {
        return reversed
                ? pictures.subList(picture + 1, pictures.size())
                : pictures.subList(0, picture);
    }
}
