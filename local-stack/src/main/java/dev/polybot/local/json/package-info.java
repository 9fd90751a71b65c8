/**
 * JSON as it is read and written everywhere in the local stack.
 */
@NullMarked
package dev.polybot.local.json;

import org.jspecify.annotations.NullMarked;
