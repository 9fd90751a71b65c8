package dev.polybot.detector.annotation;

import static org.bytedeco.opencv.global.opencv_core.CV_8UC3;
import static org.bytedeco.opencv.global.opencv_imgproc.INTER_AREA;
import static org.bytedeco.opencv.global.opencv_imgproc.INTER_CUBIC;
import static org.bytedeco.opencv.global.opencv_imgproc.LINE_8;
import static org.bytedeco.opencv.global.opencv_imgproc.rectangle;
import static org.bytedeco.opencv.global.opencv_imgproc.resize;

import dev.polybot.detector.inference.Box;
import dev.polybot.detector.inference.Detection;
import dev.polybot.model.detection.Percent;
import dev.polybot.pictures.Picture;

import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.opencv.opencv_core.Mat;
import org.bytedeco.opencv.opencv_core.Rect;
import org.bytedeco.opencv.opencv_core.Scalar;
import org.bytedeco.opencv.opencv_core.Size;

import java.awt.Font;
import java.util.List;
import java.util.Locale;

/**
 * Draws boxes with names and confidences on a copy of a picture. Only the plates are painted by Java: the picture itself stays
 * in native memory, so that a huge one does not fill the heap.
 */
public final class Annotator {

    private final int maxSide;
    private final LabelFont font = new LabelFont();

    /**
     * Annotates so.
     *
     * @param maxSide of the annotated picture, in pixels; a larger one is shrunk
     */
    public Annotator(int maxSide) {
        this.maxSide = maxSide;
    }

    /** The annotated copy; the picture itself is left as it is. */
    public Picture annotate(Picture photo, List<Detection> detections) {
        CanvasSize size = CanvasSize.of(photo.width(), photo.height(), maxSide);
        Mat canvas = copy(photo, size);
        for (Detection found : detections.reversed()) {
            drawBox(canvas, area(found.box(), size), ClassColours.of(found.classIndex()), size);
        }
        LabelLayout layout =
                new LabelLayout(
                        size, detections.stream().map(found -> area(found.box(), size)).toList());
        Font sized = font.ofSize(size.fontSize());
        for (Detection found : detections) {
            drawLabel(canvas, found, sized, layout, size);
        }
        return new Picture(canvas);
    }

    private static Mat copy(Picture photo, CanvasSize size) {
        if (size.scale() == 1) {
            return photo.bgr().clone();
        }
        Mat canvas = new Mat();
        try (Size wanted = new Size(size.width(), size.height())) {
            resize(photo.bgr(), canvas, wanted, 0, 0, size.scale() < 1 ? INTER_AREA : INTER_CUBIC);
            return canvas;
        }
    }

    private static Area area(Box box, CanvasSize size) {
        int left = Math.clamp(Math.round(box.left() * size.scale()), 0, size.width() - 1);
        int top = Math.clamp(Math.round(box.top() * size.scale()), 0, size.height() - 1);
        int right = Math.clamp(Math.round(box.right() * size.scale()), left + 1, size.width());
        int bottom = Math.clamp(Math.round(box.bottom() * size.scale()), top + 1, size.height());
        return new Area(left, top, right - left, bottom - top);
    }

    /** A thin dark rim makes the line stand out from a background of its own colour. */
    private static void drawBox(Mat canvas, Area box, Rgb colour, CanvasSize size) {
        int width =
                Math.min(size.lineWidth(), Math.max(1, Math.min(box.width(), box.height()) / 4));
        drawLine(canvas, box, Rgb.BLACK, width + 2 * Math.max(1, width / 3));
        drawLine(canvas, box, colour, width);
    }

    private static void drawLine(Mat canvas, Area box, Rgb colour, int width) {
        try (Rect edge = new Rect(box.x(), box.y(), box.width(), box.height());
                Scalar bgr = new Scalar(colour.blue(), colour.green(), colour.red(), 0)) {
            rectangle(canvas, edge, bgr, width, LINE_8, 0);
        }
    }

    private static void drawLabel(
            Mat canvas, Detection found, Font font, LabelLayout layout, CanvasSize size) {
        LabelPlate plate = new LabelPlate(text(found), font, ClassColours.of(found.classIndex()));
        Area place = layout.place(area(found.box(), size), plate.width(), plate.height());
        int width = Math.min(place.width(), size.width() - place.x());
        int height = Math.min(place.height(), size.height() - place.y());
        try (BytePointer pixels = new BytePointer(plate.pixels());
                Mat painted = new Mat(plate.height(), plate.width(), CV_8UC3, pixels);
                Rect visible = new Rect(0, 0, width, height);
                Rect target = new Rect(place.x(), place.y(), width, height);
                Mat from = new Mat(painted, visible);
                Mat to = new Mat(canvas, target)) {
            from.copyTo(to);
        }
    }

    static String text(Detection found) {
        return String.format(
                Locale.ROOT, "%s %.2f", found.className(), Percent.of(found.confidence()) / 100.0);
    }
}
