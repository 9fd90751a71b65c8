/**
 * Where pictures come from and results go to: S3, DynamoDB, the results queue.
 */
@NullMarked
package dev.polybot.detector.results;

import org.jspecify.annotations.NullMarked;
