package dev.polybot.bot.filters;

import static org.bytedeco.opencv.global.opencv_core.BORDER_REPLICATE;
import static org.bytedeco.opencv.global.opencv_core.CV_8UC3;
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

import dev.polybot.bot.actions.PictureFiles;

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
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import java.util.random.RandomGenerator;

import javax.imageio.ImageIO;

/** Each filter beside OpenCV's nearest equivalent, on one thread; each pair is to be read as a ratio. */
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
    private Raster picture;
    private Raster smaller;
    private byte[] file;
    private Mat mat;
    private Mat smallerMat;

    @Setup
    public void pictures() {
        setNumThreads(1);
        String[] sides = size.split("x");
        int width = Integer.parseInt(sides[0]);
        int height = Integer.parseInt(sides[1]);
        // Smooth as a photo is, with some noise on it.
        picture =
                new SaltAndPepper(0.02)
                        .apply(new Blur(9).apply(noise(width, height), random), random);
        smaller = Resampling.of(picture, width * 2 / 3, height * 2 / 3);
        file = PictureFiles.encodeJpeg(picture);
        mat = mat(picture);
        smallerMat = mat(smaller);
    }

    private Raster noise(int width, int height) {
        byte[] bgr = new byte[width * height * Raster.CHANNELS];
        for (int i = 0; i < bgr.length; i++) {
            bgr[i] = (byte) random.nextInt();
        }
        return new Raster(width, height, bgr);
    }

    private static Mat mat(Raster raster) {
        Mat mat = new Mat(raster.height(), raster.width(), CV_8UC3);
        mat.data().put(raster.bgr());
        return mat;
    }

    @Benchmark
    public Raster blur16() {
        return new Blur(16).apply(picture, random);
    }

    @Benchmark
    public Raster blur100() {
        return new Blur(100).apply(picture, random);
    }

    @Benchmark
    public void blur16OpenCv() {
        try (Mat to = new Mat()) {
            blur(mat, to, new Size(16, 16), new Point(-1, -1), BORDER_REPLICATE);
        }
    }

    @Benchmark
    public Raster contour() {
        return new Contour().apply(picture, random);
    }

    @Benchmark
    public void contourOpenCv() {
        try (Mat to = new Mat();
                Mat square = getStructuringElement(MORPH_RECT, new Size(3, 3))) {
            morphologyEx(mat, to, MORPH_GRADIENT, square);
        }
    }

    @Benchmark
    public Raster rotate90() {
        return new Rotate(90).apply(picture, random);
    }

    @Benchmark
    public void rotate90OpenCv() {
        try (Mat to = new Mat()) {
            rotate(mat, to, ROTATE_90_CLOCKWISE);
        }
    }

    @Benchmark
    public Raster rotate180() {
        return new Rotate(180).apply(picture, random);
    }

    @Benchmark
    public void rotate180OpenCv() {
        try (Mat to = new Mat()) {
            rotate(mat, to, ROTATE_180);
        }
    }

    @Benchmark
    public Raster segment() {
        return new Segment(100).apply(picture, random);
    }

    @Benchmark
    public void segmentOpenCv() {
        try (Mat to = new Mat()) {
            threshold(mat, to, 100, 255, THRESH_BINARY);
        }
    }

    @Benchmark
    public Raster grey() {
        return Grey.of(picture);
    }

    @Benchmark
    public void greyOpenCv() {
        try (Mat one = new Mat();
                Mat to = new Mat()) {
            cvtColor(mat, one, COLOR_BGR2GRAY);
            cvtColor(one, to, COLOR_GRAY2BGR);
        }
    }

    /** OpenCV has none. */
    @Benchmark
    public Raster saltAndPepper() {
        return new SaltAndPepper(0.1).apply(picture, random);
    }

    /** A smaller picture beside a larger one. */
    @Benchmark
    public Raster concat() {
        return new Concat(Direction.LEFT_TO_RIGHT, false).join(List.of(picture, smaller));
    }

    @Benchmark
    public void concatOpenCv() {
        try (Mat scaled = new Mat();
                Mat to = new Mat()) {
            resize(smallerMat, scaled, mat.size(), 0, 0, INTER_LINEAR);
            hconcat(new MatVector(mat, scaled), to);
        }
    }

    @Benchmark
    public Raster decode() {
        return PictureFiles.decode(file, Pictures.DECODER);
    }

    @Benchmark
    public Object decodeImageIo() throws IOException {
        return ImageIO.read(new ByteArrayInputStream(file));
    }

    @Benchmark
    public byte[] encode() {
        return PictureFiles.encodeJpeg(picture);
    }
}
