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
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.translate.NoopTranslator;
import ai.djl.translate.TranslateException;

import dev.polybot.detector.model.LocatedModel;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/** A network in TorchScript, run by PyTorch through DJL. */
final class PyTorchNetwork implements Network {

    private static final String PYTORCH = "PyTorch";

    private final Model model;
    private final ModelMetadata notes;

    private PyTorchNetwork(Model model, ModelMetadata notes) {
        this.model = model;
        this.notes = notes;
    }

    static Network load(LocatedModel located, EngineThreads threads) throws IOException {
        applyOnce(threads);
        Path file = located.content().file();
        ModelMetadata notes = file == null ? ModelMetadata.NONE : TorchScriptMetadata.read(file);
        Model model = Model.newInstance(located.info().name(), Device.cpu(), PYTORCH);
        try (InputStream content = located.content().open()) {
            model.load(content);
            return new PyTorchNetwork(model, notes);
        } catch (MalformedModelException e) {
            model.close();
            throw new EngineFailedException(e);
        } catch (IOException | RuntimeException e) {
            model.close();
            throw e;
        }
    }

    /** DJL reads these once, when PyTorch is first used in the process. */
    private static void applyOnce(EngineThreads threads) {
        System.setProperty("ai.djl.pytorch.num_threads", Integer.toString(threads.intraOp()));
        System.setProperty("ai.djl.pytorch.num_interop_threads", "1");
        System.setProperty("ai.djl.offline", "true");
        System.setProperty("OPT_OUT_TRACKING", "true");
    }

    @Override
    public String engine() {
        return PYTORCH + ' ' + Engine.getEngine(PYTORCH).getVersion();
    }

    @Override
    public ModelMetadata notes() {
        return notes;
    }

    @Override
    public Forward newForward() {
        return new PredictorForward(model.getNDManager(), model.newPredictor(new NoopTranslator()));
    }

    @Override
    public void close() {
        model.close();
    }

    private record PredictorForward(NDManager manager, Predictor<NDList, NDList> predictor)
            implements Forward {

        @Override
        public NetworkOutput run(ByteBuffer input, int width, int height, Precision precision) {
            Shape shape = new Shape(1, InputTensor.CHANNELS, height, width);
            DataType type = precision == Precision.HALF ? DataType.FLOAT16 : DataType.FLOAT32;
            try (NDManager scope = manager.newSubManager();
                    NDArray tensor = scope.create(input, shape, type);
                    NDList output = predictor.predict(new NDList(tensor))) {
                return read(output);
            } catch (TranslateException
                    | EngineException
                    | UnsupportedOperationException
                    | IllegalArgumentException e) {
                throw new EngineFailedException(e);
            }
        }

        private static NetworkOutput read(NDList output) {
            List<List<Long>> shapes =
                    output.stream()
                            .map(NDArray::getShape)
                            .map(shape -> Arrays.stream(shape.getShape()).boxed().toList())
                            .toList();
            return new NetworkOutput(
                    shapes, output.isEmpty() ? List.of() : List.of(floats(output.get(0))));
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
                default ->
                        throw new EngineFailedException("its output is of " + array.getDataType());
            };
        }

        @Override
        public void close() {
            predictor.close();
        }
    }
}
