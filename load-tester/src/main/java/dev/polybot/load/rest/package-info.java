/**
 * The way in that programs use: uploads over HTTP, each of which waits for its answer.
 */
@NullMarked
package dev.polybot.load.rest;

import org.jspecify.annotations.NullMarked;
