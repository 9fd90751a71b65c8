/**
 * Queue, bucket and table of the system under load, and the leave to use them.
 */
@NullMarked
package dev.polybot.load.aws;

import org.jspecify.annotations.NullMarked;
