package dev.polybot.bot.filters;

import static org.bytedeco.opencv.global.opencv_core.BORDER_REPLICATE;
import static org.bytedeco.opencv.global.opencv_core.ROTATE_180;
import static org.bytedeco.opencv.global.opencv_core.ROTATE_90_CLOCKWISE;
import static org.bytedeco.opencv.global.opencv_core.hconcat;
import static org.bytedeco.opencv.global.opencv_core.rotate;
import static org.bytedeco.opencv.global.opencv_core.setNumThreads;
import static org.bytedeco.opencv.global.opencv_imgproc.COLOR_BGR2GRAY;
import static org.bytedeco.opencv.global.opencv_imgproc.COLOR_GRAY2BGR;
import static org.bytedeco.opencv.global.opencv_imgproc.INTER_LINEAR;
import static org.bytedeco.opencv.global.opencv_imgproc.MORPH_GRADIENT;
import static org.bytedeco.opencv.global.opencv_imgproc.MORPH_RECT;
import static org.bytedeco.opencv.global.opencv_imgproc.THRESH_BINARY;
import static org.bytedeco.opencv.global.opencv_imgproc.blur;
import static org.bytedeco.opencv.global.opencv_imgproc.cvtColor;
import static org.bytedeco.opencv.global.opencv_imgproc.getStructuringElement;
import static org.bytedeco.opencv.global.opencv_imgproc.morphologyEx;
import static org.bytedeco.opencv.global.opencv_imgproc.resize;
import static org.bytedeco.opencv.global.opencv_imgproc.threshold;

import dev.polybot.pictures.JpegEncoder;
import dev.polybot.pictures.Picture;
import dev.polybot.pictures.PictureDecoder;
import dev.polybot.pictures.PictureLimits;

import org.bytedeco.opencv.opencv_core.Mat;
import org.bytedeco.opencv.opencv_core.MatVector;
import org.bytedeco.opencv.opencv_core.Point;
import org.bytedeco.opencv.opencv_core.Size;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;
import java.util.Random;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import java.util.random.RandomGenerator;

import javax.imageio.ImageIO;

/** Each filter as the bot runs it beside the bare call of OpenCV, on one thread; each pair is to be read as a ratio. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
public class FilterBenchmarks {

    @Param({"1280x960", "4000x3000"})
    public String size;

    private final RandomGenerator random = new SplittableRandom(1);
    private final PictureDecoder decoder =
            new PictureDecoder(
                    new PictureLimits(1 << 25, Pictures.MAX_PIXELS, JpegEncoder.MAX_SIDE));
    private Mat picture;
    private Mat smaller;
    private byte[] file;

    @Setup
    public void pictures() {
        setNumThreads(1);
        String[] sides = size.split("x");
        int width = Integer.parseInt(sides[0]);
        int height = Integer.parseInt(sides[1]);
        // Smooth as a photo is, with some noise on it.
        List<FilterStep> photo =
                List.of(
                        new FilterStep(new Blur(9), false),
                        new FilterStep(new SaltAndPepper(0.02), false));
        picture =
                Pictures.filtered(photo, Pictures.noise(width, height, 1), new Random(1))
                        .picture()
                        .bgr();
        smaller = new Mat();
        resize(picture, smaller, new Size(width * 2 / 3, height * 2 / 3));
        file = JpegEncoder.FINE.encode(new Picture(picture));
    }

    private int filtered(Filter filter) {
        List<FilterStep> steps = List.of(new FilterStep(filter, false));
        // A picture of its own, but with the same pixels: filtering closes what it is given.
        Picture given = new Picture(new Mat(picture));
        try (Picture filtered = FilterStep.applyAll(steps, given, random)) {
            return filtered.width();
        }
    }

    @Benchmark
    public int blur16() {
        return filtered(new Blur(16));
    }

    @Benchmark
    public void blur16OpenCv() {
        blurOpenCv(16);
    }

    @Benchmark
    public int blur100() {
        return filtered(new Blur(100));
    }

    @Benchmark
    public void blur100OpenCv() {
        blurOpenCv(100);
    }

    private void blurOpenCv(int side) {
        try (Mat to = new Mat();
                Size square = new Size(side, side);
                Point middle = new Point(-1, -1)) {
            blur(picture, to, square, middle, BORDER_REPLICATE);
        }
    }

    @Benchmark
    public int contour() {
        return filtered(new Contour());
    }

    @Benchmark
    public void contourOpenCv() {
        try (Mat to = new Mat();
                Size side = new Size(3, 3);
                Mat square = getStructuringElement(MORPH_RECT, side)) {
            morphologyEx(picture, to, MORPH_GRADIENT, square);
        }
    }

    @Benchmark
    public int rotate90() {
        return filtered(new Rotate(90));
    }

    @Benchmark
    public void rotate90OpenCv() {
        try (Mat to = new Mat()) {
            rotate(picture, to, ROTATE_90_CLOCKWISE);
        }
    }

    @Benchmark
    public int rotate180() {
        return filtered(new Rotate(180));
    }

    @Benchmark
    public void rotate180OpenCv() {
        try (Mat to = new Mat()) {
            rotate(picture, to, ROTATE_180);
        }
    }

    @Benchmark
    public int segment() {
        return filtered(new Segment(100));
    }

    @Benchmark
    public void segmentOpenCv() {
        try (Mat to = new Mat()) {
            threshold(picture, to, 100, 255, THRESH_BINARY);
        }
    }

    @Benchmark
    public int grey() {
        return filtered((from, to, _) -> Grey.convert(from, to));
    }

    @Benchmark
    public void greyOpenCv() {
        try (Mat one = new Mat();
                Mat to = new Mat()) {
            cvtColor(picture, one, COLOR_BGR2GRAY);
            cvtColor(one, to, COLOR_GRAY2BGR);
        }
    }

    /** OpenCV has none. */
    @Benchmark
    public int saltAndPepper() {
        return filtered(new SaltAndPepper(0.1));
    }

    /** A smaller picture beside a larger one. */
    @Benchmark
    public int concat() {
        Picture large = new Picture(picture);
        Picture small = new Picture(smaller);
        ConcatRenderer layout =
                new Concat(Direction.LEFT_TO_RIGHT, false)
                        .layOut(List.of(large.size(), small.size()), Pictures.MAX_PIXELS);
        try (Picture canvas = layout.canvas()) {
            layout.draw(0, large, canvas);
            layout.draw(1, small, canvas);
            return canvas.width();
        }
    }

    @Benchmark
    public void concatOpenCv() {
        try (Mat scaled = new Mat();
                Mat to = new Mat();
                Size size = picture.size()) {
            resize(smaller, scaled, size, 0, 0, INTER_LINEAR);
            try (MatVector both = new MatVector(picture, scaled)) {
                hconcat(both, to);
            }
        }
    }

    @Benchmark
    public int decode() {
        try (Picture decoded = decoder.decode(file)) {
            return decoded.width();
        }
    }

    @Benchmark
    public Object decodeImageIo() throws IOException {
        return ImageIO.read(new ByteArrayInputStream(file));
    }

    @Benchmark
    public byte[] encode() {
        return JpegEncoder.FINE.encode(new Picture(picture));
    }
}
