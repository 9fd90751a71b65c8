/**
 * Strangers' picture files: what is taken, how it is decoded, how it is encoded again. The first picture that is decoded or
 * encoded loads OpenCV's native libraries; nothing before it does.
 */
@NullMarked
package dev.polybot.pictures;

import org.jspecify.annotations.NullMarked;
