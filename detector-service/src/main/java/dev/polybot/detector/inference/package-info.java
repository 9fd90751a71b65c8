/** Object detection: letterbox, network, the network's output, suppression of doubles. */
@NullMarked
package dev.polybot.detector.inference;

import org.jspecify.annotations.NullMarked;
