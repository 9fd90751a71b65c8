package dev.polybot.model.prediction;

/**
 * A failure as it is told.
 *
 * @param code for programs
 * @param sentence for the person who asked: what happened and what to do, without anything internal
 */
public record Failure(FailureCode code, String sentence) {}
