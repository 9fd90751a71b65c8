/**
 * What is kept about a job: one item of the predictions table.
 */
@NullMarked
package dev.polybot.model.prediction;

import org.jspecify.annotations.NullMarked;
