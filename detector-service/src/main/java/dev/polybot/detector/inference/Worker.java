package dev.polybot.detector.inference;

import ai.djl.inference.Predictor;
import ai.djl.ndarray.NDList;

/** What one worker computes with; never used by two threads at the same time. */
record Worker(Predictor<NDList, NDList> predictor, InputTensor input) implements AutoCloseable {

    @Override
    public void close() {
        predictor.close();
    }
}
