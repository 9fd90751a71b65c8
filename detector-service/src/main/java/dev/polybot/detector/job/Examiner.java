package dev.polybot.detector.job;

import dev.polybot.detector.annotation.Annotator;
import dev.polybot.detector.inference.Detection;
import dev.polybot.detector.inference.YoloDetector;
import dev.polybot.detector.timing.Stage;
import dev.polybot.detector.timing.Stopwatch;
import dev.polybot.model.detection.DetectionOptions;
import dev.polybot.model.prediction.Dimensions;
import dev.polybot.pictures.JpegEncoder;
import dev.polybot.pictures.Picture;
import dev.polybot.pictures.PictureDecoder;
import dev.polybot.pictures.PictureRejectedException;
import dev.polybot.pictures.PictureSize;
import dev.polybot.pictures.PixelBudget;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.function.Supplier;

/** The pipeline for one picture: decodes it, finds things in it, draws them on it, encodes it. */
public final class Examiner {

    /** Until it is interrupted. */
    private static final Duration LONGEST = Duration.ofDays(1);

    private final PictureDecoder decoder;
    private final PixelBudget budget;
    private final Supplier<YoloDetector> detector;
    private final Annotator annotator;
    private final JpegEncoder encoder;

    /**
     * Puts the steps together.
     *
     * @param detector the detector in use; asked for at each picture, because it comes only after the start
     */
    public Examiner(
            PictureDecoder decoder,
            PixelBudget budget,
            Supplier<YoloDetector> detector,
            Annotator annotator,
            JpegEncoder encoder) {
        this.decoder = decoder;
        this.budget = budget;
        this.detector = detector;
        this.annotator = annotator;
        this.encoder = encoder;
    }

    /**
     * Looks at the picture in the file.
     *
     * @throws PictureRejectedException when the file is no picture that can be looked at
     * @throws CancellationException when its thread was interrupted
     */
    Examination examine(byte[] file, DetectionOptions options, Stopwatch stopwatch) {
        YoloDetector current = detector.get();
        try (var _ = room(decoder.inspect(file));
                Picture photo = stopwatch.time(Stage.DECODE, () -> decoder.decode(file))) {
            requireGoingOn();
            List<Detection> found = current.detect(photo, options, stopwatch);
            requireGoingOn();
            try (Picture annotated =
                    stopwatch.time(Stage.ANNOTATE, () -> annotator.annotate(photo, found))) {
                requireGoingOn();
                byte[] jpeg = stopwatch.time(Stage.ENCODE, () -> encoder.encode(annotated));
                return new Examination(
                        Labels.of(found, photo.width(), photo.height()),
                        current.model(),
                        current.threshold(options),
                        jpeg,
                        new Dimensions(photo.width(), photo.height()));
            }
        }
    }

    private PixelBudget.Share room(PictureSize size) {
        PixelBudget.Share share = budget.takeWithin(LONGEST, size);
        if (share == null) {
            throw new CancellationException();
        }
        return share;
    }

    /** Nobody waits any more for work that was interrupted. */
    private static void requireGoingOn() {
        if (Thread.currentThread().isInterrupted()) {
            throw new CancellationException();
        }
    }
}
