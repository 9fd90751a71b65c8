package dev.polybot.detector.inference;

import ai.djl.Device;
import ai.djl.MalformedModelException;
import ai.djl.Model;
import ai.djl.engine.Engine;
import ai.djl.engine.EngineException;
import ai.djl.inference.Predictor;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import ai.djl.translate.NoopTranslator;
import ai.djl.translate.TranslateException;
import ai.onnxruntime.OrtException;

import dev.polybot.detector.model.LocatedModel;
import dev.polybot.detector.model.ModelFormat;
import dev.polybot.detector.model.UnusableModelException;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/**
 * A network, loaded into the engine that its file's format asks for: PyTorch for TorchScript, ONNX Runtime for ONNX. Each
 * worker computes with a predictor of its own.
 */
final class Network implements AutoCloseable {

    private static final String PYTORCH = "PyTorch";

    private final Model model;
    private final String engine;
    private final FileNotes notes;

    Network(Model model, String engine, FileNotes notes) {
        this.model = model;
        this.engine = engine;
        this.notes = notes;
    }

    /**
     * Loads the file.
     *
     * @throws UnusableModelException when the engine cannot; the message says which file and what to do
     */
    static Network load(LocatedModel located, EngineThreads threads) {
        try {
            return switch (located.format()) {
                case TORCHSCRIPT -> torchScript(located);
                case ONNX -> OnnxRuntime.load(located, threads);
            };
        } catch (IOException
                | MalformedModelException
                | OrtException
                | RuntimeException
                | LinkageError e) {
            throw new UnusableModelException(notLoaded(located, e), e);
        }
    }

    private static Network torchScript(LocatedModel located)
            throws IOException, MalformedModelException {
        Path file = located.content().file();
        FileNotes notes = file == null ? FileNotes.NONE : TorchScriptNotes.read(file);
        Model model = Model.newInstance(located.info().name(), Device.cpu(), PYTORCH);
        try (InputStream content = located.content().open()) {
            model.load(content);
            return new Network(
                    model, PYTORCH + ' ' + Engine.getEngine(PYTORCH).getVersion(), notes);
        } catch (IOException | MalformedModelException | RuntimeException e) {
            model.close();
            throw e;
        }
    }

    private static String notLoaded(LocatedModel located, Throwable failure) {
        boolean isOnnx = located.format() == ModelFormat.ONNX;
        return "The model at "
                + located.origin()
                + (isOnnx ? " is not an ONNX file" : " is not a TorchScript file")
                + " that the engine can load ("
                + EngineMessage.of(failure)
                + "); export it again with YOLOv5's `python export.py --weights x.pt --include "
                + (isOnnx ? "onnx`." : "torchscript`.");
    }

    /** The engine and its version, for people. */
    String engine() {
        return engine;
    }

    FileNotes notes() {
        return notes;
    }

    Predictor<NDList, NDList> newPredictor() {
        return model.newPredictor(new NoopTranslator());
    }

    /**
     * Computes one picture.
     *
     * @param input red, green and blue plane in a direct buffer, as {@link InputTensor} makes them
     * @throws EngineException when the engine fails, for example because the network takes no input of this size
     */
    NetworkOutput run(
            Predictor<NDList, NDList> predictor,
            ByteBuffer input,
            int width,
            int height,
            Precision precision) {
        Shape shape = new Shape(1, InputTensor.CHANNELS, height, width);
        try (NDManager scope = model.getNDManager().newSubManager();
                NDArray tensor = scope.create(input, shape, precision.type());
                NDList output = predictor.predict(new NDList(tensor))) {
            return read(output);
        } catch (TranslateException e) {
            throw new EngineException(e.getMessage(), e);
        }
    }

    private static NetworkOutput read(NDList output) {
        List<List<Long>> shapes =
                output.stream()
                        .map(NDArray::getShape)
                        .map(shape -> Arrays.stream(shape.getShape()).boxed().toList())
                        .toList();
        return new NetworkOutput(shapes, output.isEmpty() ? new float[0] : floats(output.get(0)));
    }

    private static float[] floats(NDArray array) {
        ByteBuffer bytes = array.toByteBuffer(true);
        return switch (array.getDataType()) {
            case FLOAT32 -> {
                float[] floats = new float[bytes.remaining() / Float.BYTES];
                bytes.asFloatBuffer().get(floats);
                yield floats;
            }
            case FLOAT16 -> {
                var halves = bytes.asShortBuffer();
                float[] floats = new float[halves.remaining()];
                for (int i = 0; i < floats.length; i++) {
                    floats[i] = Float.float16ToFloat(halves.get(i));
                }
                yield floats;
            }
            default -> throw new EngineException("its output is of " + array.getDataType());
        };
    }

    @Override
    public void close() {
        model.close();
    }
}
