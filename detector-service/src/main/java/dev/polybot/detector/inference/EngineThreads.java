package dev.polybot.detector.inference;

/**
 * Threads of the engine. Two pictures with a thread each come out sooner than two after each other with two threads each, so
 * that with as many workers as cores each gets one.
 *
 * @param intraOp threads that compute one picture
 */
public record EngineThreads(int intraOp) {}
