/** Adapters to AWS: S3, DynamoDB, the results queue. */
@NullMarked
package dev.polybot.detector.results;

import org.jspecify.annotations.NullMarked;
