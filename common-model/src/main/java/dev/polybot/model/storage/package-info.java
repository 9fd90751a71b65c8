/**
 * Where pictures and results lie in S3.
 */
@NullMarked
package dev.polybot.model.storage;

import org.jspecify.annotations.NullMarked;
