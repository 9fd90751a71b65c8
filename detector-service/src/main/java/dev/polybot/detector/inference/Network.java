package dev.polybot.detector.inference;

import ai.onnxruntime.OrtException;

import dev.polybot.detector.model.LocatedModel;
import dev.polybot.detector.model.ModelFormat;
import dev.polybot.detector.model.UnusableModelException;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.nio.ByteBuffer;

/** A network, loaded into the engine that its file's format asks for. No other engine is touched. */
interface Network extends AutoCloseable {

    /**
     * Loads the file.
     *
     * @throws UnusableModelException when the engine cannot; the message says which file and what to do
     */
    static Network load(LocatedModel located, EngineThreads threads) {
        try {
            return switch (located.format()) {
                case TORCHSCRIPT -> PyTorchNetwork.load(located, threads);
                case ONNX -> OnnxNetwork.load(located, threads);
            };
        } catch (IOException | OrtException | RuntimeException | LinkageError e) {
            throw new UnusableModelException(notLoaded(located, e), e);
        }
    }

    private static String notLoaded(LocatedModel located, Throwable failure) {
        boolean isOnnx = located.format() == ModelFormat.ONNX;
        String reason = EngineMessage.of(failure);
        return "The model at "
                + located.origin()
                + (isOnnx ? " is not an ONNX file" : " is not a TorchScript file")
                + " that the engine can load ("
                + reason
                + "); "
                + (reason.startsWith("External data")
                        ? "copy the file that holds its weights beside it too, or "
                        : "")
                + "export it again with YOLOv5's `python export.py --weights x.pt --include "
                + (isOnnx ? "onnx" : "torchscript")
                + (reason.contains("Opset") ? " --opset 17`." : "`.");
    }

    /** The engine and its version, for people. */
    String engine();

    ModelMetadata notes();

    /**
     * Why it takes no picture of that size, as far as its file declares; null when nothing is known to speak against it.
     *
     * @param size that its settings state
     */
    default @Nullable String misfit(@Nullable Integer size) {
        return null;
    }

    /** For one thread at a time; each worker has one of its own. */
    Forward newForward();

    @Override
    void close();

    /** Computes pictures, one after the other. */
    interface Forward extends AutoCloseable {

        /**
         * Computes one picture.
         *
         * @param input red, green and blue plane in a direct buffer, as {@link InputTensor} makes them
         * @throws EngineFailedException when the engine fails, for example because the network takes no input of this size
         */
        NetworkOutput run(ByteBuffer input, int width, int height, Precision precision);

        @Override
        void close();
    }
}
