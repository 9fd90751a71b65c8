package dev.polybot.detector.inference;

/**
 * What a network was seen to take and to give.
 *
 * @param precision that it takes pictures in
 * @param layout that it gives boxes in
 */
record AcceptedInput(ModelInput input, Precision precision, OutputLayout layout) {}
