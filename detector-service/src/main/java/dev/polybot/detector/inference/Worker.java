package dev.polybot.detector.inference;

/** What one worker computes with; never used by two threads at the same time. */
record Worker(Network.Forward forward, InputTensor input) implements AutoCloseable {

    @Override
    public void close() {
        forward.close();
    }
}
