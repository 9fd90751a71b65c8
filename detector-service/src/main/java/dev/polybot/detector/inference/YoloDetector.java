package dev.polybot.detector.inference;

import static org.bytedeco.opencv.global.opencv_core.CV_8UC3;

import dev.polybot.detector.model.LocatedModel;
import dev.polybot.detector.model.StatedInput;
import dev.polybot.detector.model.UnusableModelException;
import dev.polybot.detector.timing.Stage;
import dev.polybot.detector.timing.Stopwatch;
import dev.polybot.model.detection.CocoClasses;
import dev.polybot.model.detection.DetectionOptions;
import dev.polybot.model.detection.ModelInfo;
import dev.polybot.pictures.Picture;

import org.bytedeco.opencv.opencv_core.Mat;
import org.bytedeco.opencv.opencv_core.Scalar;

import java.util.List;
import java.util.Objects;

/** Finds things in pictures with one YOLOv5 model. Threads may share it. */
public final class YoloDetector implements AutoCloseable {

    /** Engines specialise themselves in the first runs: these are done before anybody waits for one. */
    private static final int WARM_UPS = 2;

    private final LocatedModel model;
    private final ModelInput input;
    private final List<String> classes;
    private final DetectionThresholds thresholds;
    private final TorchNetwork network;
    private final WorkerPool workers;

    private YoloDetector(
            LocatedModel model,
            ModelInput input,
            DetectionThresholds thresholds,
            TorchNetwork network,
            WorkerPool workers) {
        this.model = model;
        this.input = input;
        this.classes = Objects.requireNonNullElse(model.classes(), CocoClasses.NAMES);
        this.thresholds = thresholds;
        this.network = network;
        this.workers = workers;
    }

    /**
     * Loads the model and answers a few empty pictures with it, so that the first real one finds it warm.
     *
     * @throws UnusableModelException when the engine cannot load it or its output does not fit its classes
     */
    public static YoloDetector load(
            LocatedModel model,
            DetectionThresholds thresholds,
            int workers,
            EngineThreads threads) {
        threads.apply();
        TorchNetwork network = TorchNetwork.load(model);
        ModelInput input = input(model.input());
        WorkerPool pool =
                new WorkerPool(
                        workers,
                        () ->
                                new Worker(
                                        network.newPredictor(),
                                        new InputTensor(input.maxPixels())));
        YoloDetector detector = new YoloDetector(model, input, thresholds, network, pool);
        detector.warmUp();
        return detector;
    }

    private static ModelInput input(StatedInput stated) {
        int size = Objects.requireNonNullElse(stated.size(), ModelInput.YOLOV5.width());
        int stride = Objects.requireNonNullElse(stated.stride(), ModelInput.YOLOV5.stride());
        return stated.shape() == StatedInput.Shape.SQUARE
                ? ModelInput.fixed(size, size)
                : ModelInput.rectangle(size, stride);
    }

    public ModelInfo model() {
        return model.info();
    }

    /** The same with where it came from. */
    public LocatedModel located() {
        return model;
    }

    /** What it can find, in the order of the model's output. */
    public List<String> classes() {
        return classes;
    }

    /** The least confidence that counts: what is wished, or the detector's own. */
    public double threshold(DetectionOptions options) {
        Double wanted = options.minConfidence();
        // As decimals: 0.25f is 0.25, and 0.4f must not be told as 0.4000000059.
        return wanted == null
                ? Double.parseDouble(Float.toString(thresholds.confidence()))
                : wanted;
    }

    /** The model in one line for the log. */
    public String description() {
        return "%s %s (%d classes, %s, licence %s), from %s"
                .formatted(
                        model.info().name(),
                        model.info().version(),
                        classes.size(),
                        input,
                        model.license(),
                        model.origin());
    }

    /** What is found in the picture, the most confident first. */
    public List<Detection> detect(Picture picture, DetectionOptions options, Stopwatch stopwatch) {
        Letterbox letterbox = Letterbox.of(picture.width(), picture.height(), input);
        YoloOutput output = workers.with(worker -> run(worker, picture, letterbox, stopwatch));
        return stopwatch.time(Stage.NMS, () -> read(output, letterbox, options));
    }

    private YoloOutput run(
            Worker worker, Picture picture, Letterbox letterbox, Stopwatch stopwatch) {
        var input = stopwatch.time(Stage.LETTERBOX, () -> worker.input().fill(picture, letterbox));
        return stopwatch.time(
                Stage.INFERENCE, () -> network.run(worker.predictor(), input, letterbox));
    }

    private List<Detection> read(YoloOutput output, Letterbox letterbox, DetectionOptions options) {
        List<Candidate> candidates =
                output.candidates((float) threshold(options)).stream()
                        .filter(candidate -> isWanted(candidate, options))
                        .toList();
        return new NonMaximumSuppression(thresholds.overlap(), thresholds.maxBoxes())
                .keep(candidates).stream().map(kept -> detection(kept, letterbox)).toList();
    }

    private boolean isWanted(Candidate candidate, DetectionOptions options) {
        return options.classes().isEmpty()
                || options.classes().contains(classes.get(candidate.classIndex()));
    }

    private Detection detection(Candidate kept, Letterbox letterbox) {
        return new Detection(
                kept.classIndex(),
                classes.get(kept.classIndex()),
                kept.confidence(),
                letterbox.toPhoto(kept.box()));
    }

    private void warmUp() {
        try (Scalar grey = new Scalar(114, 114, 114, 0);
                Picture empty =
                        new Picture(new Mat(input.height(), input.width(), CV_8UC3, grey))) {
            Letterbox letterbox = Letterbox.of(input.width(), input.height(), input);
            Stopwatch unread = Stopwatch.ofSystem();
            for (int i = 0; i < WARM_UPS; i++) {
                requireClassesToFit(workers.with(worker -> run(worker, empty, letterbox, unread)));
            }
        }
    }

    private void requireClassesToFit(YoloOutput output) {
        int known = output.classes();
        if (known != classes.size()) {
            throw new UnusableModelException(
                    "The model at "
                            + model.origin()
                            + " knows "
                            + known
                            + " classes, but its list of names has "
                            + classes.size()
                            + ". Put a file with the right names beside it.");
        }
    }

    @Override
    public void close() {
        workers.close();
        network.close();
    }
}
