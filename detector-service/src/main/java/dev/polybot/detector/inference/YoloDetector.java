package dev.polybot.detector.inference;

import static org.bytedeco.opencv.global.opencv_core.CV_8UC3;

import dev.polybot.detector.model.LocatedModel;
import dev.polybot.detector.model.UnusableModelException;
import dev.polybot.detector.timing.Stage;
import dev.polybot.detector.timing.Stopwatch;
import dev.polybot.model.detection.CocoClasses;
import dev.polybot.model.detection.DetectionOptions;
import dev.polybot.model.detection.ModelInfo;
import dev.polybot.pictures.Picture;

import org.bytedeco.opencv.opencv_core.Mat;
import org.bytedeco.opencv.opencv_core.Scalar;
import org.jspecify.annotations.Nullable;

import java.text.Normalizer;
import java.util.List;
import java.util.regex.Pattern;

/** Detects objects in pictures with one YOLO model. Threads may share it. */
public final class YoloDetector implements AutoCloseable {

    /** Engines specialise themselves in the first runs: these are done before anybody waits for one. */
    private static final int WARM_UPS = 2;

    /** What people and programs write between the names in a list of classes: in a name it is a blank. */
    private static final Pattern BETWEEN_NAMES = Pattern.compile("\\s*[,;]\\s*");

    private final LocatedModel model;
    private final List<String> classes;
    private final AcceptedInput accepted;
    private final DetectionThresholds thresholds;
    private final Network network;
    private final WorkerPool workers;

    private YoloDetector(
            LocatedModel model,
            List<String> classes,
            AcceptedInput accepted,
            DetectionThresholds thresholds,
            Network network,
            WorkerPool workers) {
        this.model = model;
        this.classes = List.copyOf(classes);
        this.accepted = accepted;
        this.thresholds = thresholds;
        this.network = network;
        this.workers = workers;
    }

    /**
     * Loads the model, finds out what pictures it takes, and answers a few empty ones with it, so that the first real one
     * finds it warm.
     *
     * @throws UnusableModelException when the engine cannot load it, it takes no picture, or its output does not fit its
     *     classes; the message says what to do
     */
    public static YoloDetector load(
            LocatedModel model,
            DetectionThresholds thresholds,
            int workers,
            EngineThreads threads) {
        Network network = Network.load(model, threads);
        try {
            List<String> named = names(model, network);
            AcceptedInput accepted = probe(model, network, named);
            WorkerPool pool =
                    new WorkerPool(
                            workers,
                            () ->
                                    new Worker(
                                            network.newForward(),
                                            new InputTensor(
                                                    accepted.input().maxPixels(),
                                                    accepted.precision())));
            YoloDetector detector =
                    new YoloDetector(
                            model,
                            named == null ? CocoClasses.NAMES : named,
                            accepted,
                            thresholds,
                            network,
                            pool);
            detector.warmUp();
            return detector;
        } catch (RuntimeException e) {
            network.close();
            throw e instanceof ModelFailedException
                    ? new UnusableModelException(String.valueOf(e.getMessage()), e)
                    : e;
        }
    }

    /**
     * Does what {@link #load} does to find out whether the model can be used, and no more.
     *
     * @throws UnusableModelException when it cannot
     */
    public static void tryOut(LocatedModel model, EngineThreads threads) {
        Network network = Network.load(model, threads);
        try {
            var unused = probe(model, network, names(model, network));
        } finally {
            network.close();
        }
    }

    private static @Nullable List<String> names(LocatedModel model, Network network) {
        List<String> names = model.classes() == null ? network.notes().names() : model.classes();
        return names == null
                ? null
                : names.stream()
                        .map(name -> Normalizer.normalize(name, Normalizer.Form.NFC))
                        .map(name -> BETWEEN_NAMES.matcher(name).replaceAll(" ").strip())
                        .toList();
    }

    private static AcceptedInput probe(
            LocatedModel model, Network network, @Nullable List<String> names) {
        requireDetectionTask(model, network.notes().task());
        try (Network.Forward forward = network.newForward()) {
            OutputReading reading =
                    new OutputReading(
                            model.origin(), names, model.classesFile(), network.notes().heads());
            return new InputProbe(model, network, forward, reading).find();
        }
    }

    private static void requireDetectionTask(LocatedModel model, @Nullable String task) {
        if (task != null && !task.equals("detect")) {
            throw new UnusableModelException(
                    "The model at "
                            + model.origin()
                            + " was exported for the task "
                            + task
                            + "; "
                            + OutputReading.DETECTION
                            + '.');
        }
    }

    public ModelInfo model() {
        return model.info();
    }

    /** The same with where it came from. */
    public LocatedModel located() {
        return model;
    }

    /** The names of what it can find, in the order of the model's output. */
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

    /** The engine that runs the model, with its version. */
    public String engine() {
        return network.engine();
    }

    /** What pictures the model was seen to take, in words. */
    public String input() {
        return accepted.input().toString();
    }

    /** How the model lays out its boxes, in words. */
    public String layout() {
        return accepted.layout().label();
    }

    /** The model in one line for the log. */
    public String description() {
        return "%s %s on %s (%d classes, %s%s, %s, licence %s), from %s"
                .formatted(
                        model.info().name(),
                        model.info().version(),
                        engine(),
                        classes.size(),
                        input(),
                        accepted.precision() == Precision.HALF ? " in half precision" : "",
                        layout(),
                        model.license(),
                        model.origin());
    }

    /**
     * What is found in the picture, the most confident first.
     *
     * @throws ModelFailedException when the engine fails at it, or gives a box that is no number
     */
    public List<Detection> detect(Picture picture, DetectionOptions options, Stopwatch stopwatch) {
        Letterbox letterbox = Letterbox.of(picture.width(), picture.height(), accepted.input());
        try {
            NetworkOutput output =
                    workers.with(worker -> run(worker, picture, letterbox, stopwatch));
            return stopwatch.time(Stage.NMS, () -> read(output, letterbox, options));
        } catch (EngineFailedException e) {
            throw new ModelFailedException(failure(letterbox, e), e);
        }
    }

    private NetworkOutput run(
            Worker worker, Picture picture, Letterbox letterbox, Stopwatch stopwatch) {
        var input = stopwatch.time(Stage.LETTERBOX, () -> worker.input().fill(picture, letterbox));
        return stopwatch.time(
                Stage.INFERENCE,
                () ->
                        worker.forward()
                                .run(
                                        input,
                                        letterbox.inputWidth(),
                                        letterbox.inputHeight(),
                                        accepted.precision()));
    }

    private String failure(Letterbox letterbox, EngineFailedException failure) {
        int width = letterbox.inputWidth();
        int height = letterbox.inputHeight();
        boolean hasWorked =
                width == accepted.input().width() && height == accepted.input().height();
        return "The model at %s failed at an input of %dx%d (%s); %sexport it again with YOLOv5's export.py (docs/models.md)."
                .formatted(
                        model.origin(),
                        width,
                        height,
                        EngineMessage.of(failure),
                        hasWorked
                                ? ""
                                : "if it takes only one size, say so in the settings beside it, as {\"input\": {\"shape\": \"square\"}}, or ");
    }

    private List<Detection> read(
            NetworkOutput output, Letterbox letterbox, DetectionOptions options) {
        List<Candidate> candidates =
                accepted.layout().candidates(output, (float) threshold(options)).stream()
                        .filter(candidate -> isWanted(candidate, options))
                        .toList();
        return suppression().keep(candidates).stream()
                .map(kept -> detection(kept, letterbox))
                .toList();
    }

    private NonMaximumSuppression suppression() {
        return accepted.layout().isSuppressed()
                ? new NonMaximumSuppression(1, 1, thresholds.maxBoxes())
                : new NonMaximumSuppression(
                        thresholds.overlap(),
                        thresholds.overlapAcrossClasses(),
                        thresholds.maxBoxes());
    }

    private boolean isWanted(Candidate candidate, DetectionOptions options) {
        int index = candidate.classIndex();
        return index >= 0
                && index < classes.size()
                && (options.classes().isEmpty() || options.classes().contains(classes.get(index)));
    }

    private Detection detection(Candidate kept, Letterbox letterbox) {
        return new Detection(
                kept.classIndex(),
                classes.get(kept.classIndex()),
                kept.confidence(),
                letterbox.toPhoto(kept.box()));
    }

    private void warmUp() {
        ModelInput input = accepted.input();
        try (Scalar grey = new Scalar(114, 114, 114, 0);
                Picture empty =
                        new Picture(new Mat(input.height(), input.width(), CV_8UC3, grey))) {
            for (int i = 0; i < WARM_UPS; i++) {
                detect(empty, DetectionOptions.DEFAULT, Stopwatch.ofSystem());
            }
        }
    }

    @Override
    public void close() {
        workers.close();
        network.close();
    }
}
