/** One job from its picture's name to the announced result, without any framework. */
@NullMarked
package dev.polybot.detector.job;

import org.jspecify.annotations.NullMarked;
