package dev.polybot.detector.inference;

import ai.djl.Device;
import ai.djl.MalformedModelException;
import ai.djl.Model;
import ai.djl.inference.Predictor;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.translate.NoopTranslator;
import ai.djl.translate.TranslateException;

import dev.polybot.detector.model.LocatedModel;
import dev.polybot.detector.model.UnusableModelException;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;

/** A TorchScript network, loaded. Each worker computes with a predictor of its own. */
final class TorchNetwork implements AutoCloseable {

    private static final String ENGINE = "PyTorch";

    private final Model model;

    private TorchNetwork(Model model) {
        this.model = model;
    }

    static TorchNetwork load(LocatedModel located) {
        Model model = Model.newInstance(located.info().name(), Device.cpu(), ENGINE);
        try (InputStream content = located.content().open()) {
            model.load(content);
            return new TorchNetwork(model);
        } catch (IOException | MalformedModelException | RuntimeException e) {
            model.close();
            throw new UnusableModelException(
                    "The model at "
                            + located.origin()
                            + " is not a TorchScript file that the engine can load.",
                    e);
        }
    }

    Predictor<NDList, NDList> newPredictor() {
        return model.newPredictor(new NoopTranslator());
    }

    /**
     * Computes one picture.
     *
     * @param input red, green and blue plane of floats in a direct buffer, as {@link InputTensor} makes them
     */
    YoloOutput run(Predictor<NDList, NDList> predictor, ByteBuffer input, Letterbox letterbox) {
        Shape shape =
                new Shape(1, InputTensor.CHANNELS, letterbox.inputHeight(), letterbox.inputWidth());
        try (NDManager scope = model.getNDManager().newSubManager();
                NDArray tensor = scope.create(input, shape, DataType.FLOAT32);
                NDList output = predictor.predict(new NDList(tensor))) {
            return read(output.get(0));
        } catch (TranslateException e) {
            throw new IllegalStateException("the engine failed", e);
        }
    }

    private static YoloOutput read(NDArray boxes) {
        Shape shape = boxes.getShape();
        int dimensions = shape.dimension();
        if (dimensions < 2 || dimensions > 3 || (dimensions == 3 && shape.get(0) != 1)) {
            throw new UnusableModelException(
                    "The model's output has the shape "
                            + shape
                            + "; YOLOv5's is (1, boxes, 5 + classes).");
        }
        return new YoloOutput(
                boxes.toFloatArray(),
                Math.toIntExact(shape.get(dimensions - 2)),
                Math.toIntExact(shape.get(dimensions - 1)));
    }

    @Override
    public void close() {
        model.close();
    }
}
