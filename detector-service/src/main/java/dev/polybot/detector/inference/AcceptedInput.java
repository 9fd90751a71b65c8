package dev.polybot.detector.inference;

/**
 * A network's accepted input and its output, as observed by probing.
 *
 * @param precision that it takes pictures in
 * @param layout that it gives boxes in
 */
record AcceptedInput(ModelInput input, Precision precision, OutputLayout layout) {}
