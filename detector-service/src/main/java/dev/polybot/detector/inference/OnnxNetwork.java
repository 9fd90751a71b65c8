package dev.polybot.detector.inference;

import ai.onnxruntime.OnnxJavaType;
import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OnnxValue;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtLoggingLevel;
import ai.onnxruntime.OrtSession;
import ai.onnxruntime.OrtSession.SessionOptions;
import ai.onnxruntime.OrtSession.SessionOptions.OptLevel;
import ai.onnxruntime.TensorInfo;

import dev.polybot.detector.model.LocatedModel;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.FloatBuffer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** A network in ONNX, run by ONNX Runtime's own Java interface. */
final class OnnxNetwork implements Network {

    private final OrtEnvironment environment;
    private final OrtSession session;
    private final ModelMetadata notes;
    private final int outputs;

    private OnnxNetwork(
            OrtEnvironment environment, OrtSession session, ModelMetadata notes, int outputs) {
        this.environment = environment;
        this.session = session;
        this.notes = notes;
        this.outputs = outputs;
    }

    static Network load(LocatedModel located, EngineThreads threads)
            throws IOException, OrtException {
        OrtEnvironment environment = OnnxNatives.inHome().environment();
        try (SessionOptions options = options(threads)) {
            OrtSession session = open(environment, located, options);
            ModelMetadata notes = OnnxMetadata.read(session);
            RawHeads heads = notes.heads();
            return new OnnxNetwork(
                    environment, session, notes, heads == null ? 1 : heads.heads().size());
        }
    }

    /** A network that is no file yet, on one thread; all that it gives is read. */
    static OnnxNetwork of(byte[] file) throws IOException, OrtException {
        OrtEnvironment environment = OnnxNatives.inHome().environment();
        try (SessionOptions options = options(new EngineThreads(1))) {
            OrtSession session = environment.createSession(file, options);
            return new OnnxNetwork(
                    environment,
                    session,
                    OnnxMetadata.read(session),
                    Math.toIntExact(session.getNumOutputs()));
        }
    }

    private static OrtSession open(
            OrtEnvironment environment, LocatedModel located, SessionOptions options)
            throws IOException, OrtException {
        Path file = located.content().file();
        if (file != null) {
            return environment.createSession(file.toString(), options);
        }
        try (InputStream content = located.content().open()) {
            return environment.createSession(content.readAllBytes(), options);
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

    @Override
    public String engine() {
        return "ONNX Runtime " + environment.getVersion();
    }

    @Override
    public ModelMetadata notes() {
        return notes;
    }

    @Override
    public @Nullable String misfit(@Nullable Integer size) {
        try {
            if (session.getNumInputs() > 1) {
                return "takes more than a picture, its inputs are "
                        + String.join(", ", session.getInputNames())
                        + "; export it again with a picture as its only input";
            }
            TensorInfo input = OnnxMetadata.input(session);
            return input == null ? null : DeclaredInput.of(input).misfit(size);
        } catch (OrtException e) {
            throw new EngineFailedException(e);
        }
    }

    @Override
    public Forward newForward() {
        return new SessionForward(
                environment, session, session.getInputNames().iterator().next(), outputs);
    }

    @Override
    public void close() {
        try {
            session.close();
        } catch (OrtException e) {
            throw new EngineFailedException(e);
        }
    }

    /**
     * The session itself may be used by all threads at the same time.
     *
     * @param outputs how many of them are read
     */
    private record SessionForward(
            OrtEnvironment environment, OrtSession session, String input, int outputs)
            implements Forward {

        @Override
        public NetworkOutput run(ByteBuffer picture, int width, int height, Precision precision) {
            long[] shape = {1, InputTensor.CHANNELS, height, width};
            OnnxJavaType type =
                    precision == Precision.HALF ? OnnxJavaType.FLOAT16 : OnnxJavaType.FLOAT;
            try (OnnxTensor tensor = OnnxTensor.createTensor(environment, picture, shape, type);
                    OrtSession.Result result = session.run(Map.of(input, tensor))) {
                return read(result);
            } catch (OrtException e) {
                throw new EngineFailedException(e);
            }
        }

        private NetworkOutput read(OrtSession.Result result) {
            List<List<Long>> shapes = new ArrayList<>();
            List<float[]> values = new ArrayList<>();
            for (Map.Entry<String, OnnxValue> output : result) {
                shapes.add(
                        Arrays.stream(tensor(output.getValue()).getInfo().getShape())
                                .boxed()
                                .toList());
                if (values.size() < outputs) {
                    values.add(floats(tensor(output.getValue())));
                }
            }
            return new NetworkOutput(shapes, values);
        }

        private static OnnxTensor tensor(OnnxValue value) {
            if (value instanceof OnnxTensor tensor) {
                return tensor;
            }
            throw new EngineFailedException("its output is a " + value.getType());
        }

        /** Halves come out as floats. What comes out is a copy already, of megabytes: it is not copied again. */
        private static float[] floats(OnnxTensor tensor) {
            FloatBuffer values = tensor.getFloatBuffer();
            if (values == null) {
                throw new EngineFailedException("its output is of " + tensor.getInfo().type);
            }
            if (values.hasArray() && values.array().length == values.remaining()) {
                return values.array();
            }
            float[] floats = new float[values.remaining()];
            values.get(floats);
            return floats;
        }

        @Override
        public void close() {}
    }
}
