package dev.polybot.detector.inference;

/** The network and buffers of one worker; never used by two threads at the same time. */
record Worker(Network.Forward forward, InputTensor input) implements AutoCloseable {

    @Override
    public void close() {
        forward.close();
    }
}
