package dev.polybot.detector.inference;

/**
 * Threads of the engine. Two pictures with a thread each come out sooner than two after each other with two threads each, so
 * that with as many workers as cores each gets one.
 *
 * @param intraOp threads that compute one picture
 */
public record EngineThreads(int intraOp) {

    /** The engine reads these once, when it is first used in the process. */
    void apply() {
        System.setProperty("ai.djl.pytorch.num_threads", Integer.toString(intraOp));
        System.setProperty("ai.djl.pytorch.num_interop_threads", "1");
        System.setProperty("ai.djl.onnx.disable_alternative", "true");
        System.setProperty("ai.djl.offline", "true");
        System.setProperty("OPT_OUT_TRACKING", "true");
    }
}
