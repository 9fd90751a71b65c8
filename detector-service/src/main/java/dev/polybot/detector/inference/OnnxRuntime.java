package dev.polybot.detector.inference;

import ai.djl.Device;
import ai.djl.MalformedModelException;
import ai.djl.Model;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtLoggingLevel;
import ai.onnxruntime.OrtSession;
import ai.onnxruntime.OrtSession.SessionOptions;
import ai.onnxruntime.OrtSession.SessionOptions.OptLevel;

import dev.polybot.detector.model.LocatedModel;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Map;

/** Loads ONNX files into ONNX Runtime, by DJL. */
final class OnnxRuntime {

    private static final String ENGINE = "OnnxRuntime";

    private OnnxRuntime() {}

    static Network load(LocatedModel located, EngineThreads threads)
            throws IOException, MalformedModelException, OrtException {
        Model model = Model.newInstance(located.info().name(), Device.cpu(), ENGINE);
        try (SessionOptions options = options(threads)) {
            FileNotes notes = notes(located);
            Path file = located.content().file();
            if (file != null) {
                model.load(file, null, Map.of("sessionOptions", options));
            } else {
                try (InputStream content = located.content().open()) {
                    model.load(content, Map.of("sessionOptions", options));
                }
            }
            return new Network(
                    model, "ONNX Runtime " + OrtEnvironment.getEnvironment().getVersion(), notes);
        } catch (IOException | MalformedModelException | OrtException | RuntimeException e) {
            model.close();
            throw e;
        }
    }

    /**
     * Threads that wait by spinning take the processor from everybody else on the machine, and gain nothing where a picture is
     * computed by one thread.
     */
    private static SessionOptions options(EngineThreads threads) throws OrtException {
        SessionOptions options = new SessionOptions();
        options.setOptimizationLevel(OptLevel.ALL_OPT);
        options.setIntraOpNumThreads(threads.intraOp());
        options.setInterOpNumThreads(1);
        options.addConfigEntry("session.intra_op.allow_spinning", "0");
        options.setSessionLogLevel(OrtLoggingLevel.ORT_LOGGING_LEVEL_FATAL);
        return options;
    }

    /** DJL shows neither an input's shape nor its numbers: a session that computes nothing is opened to read them. */
    private static FileNotes notes(LocatedModel located) throws IOException, OrtException {
        OrtEnvironment environment = OrtEnvironment.getEnvironment();
        try (SessionOptions options = new SessionOptions()) {
            options.setOptimizationLevel(OptLevel.NO_OPT);
            options.setSessionLogLevel(OrtLoggingLevel.ORT_LOGGING_LEVEL_FATAL);
            Path file = located.content().file();
            if (file != null) {
                try (OrtSession session = environment.createSession(file.toString(), options)) {
                    return OnnxNotes.read(session);
                }
            }
            try (InputStream content = located.content().open();
                    OrtSession session =
                            environment.createSession(content.readAllBytes(), options)) {
                return OnnxNotes.read(session);
            }
        }
    }
}
