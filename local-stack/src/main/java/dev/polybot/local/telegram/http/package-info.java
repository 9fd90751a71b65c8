/**
 * HTTP as the stand-in speaks it: forms of every kind, JSON answers, files, and nobody but this machine as a client.
 */
@NullMarked
package dev.polybot.local.telegram.http;

import org.jspecify.annotations.NullMarked;
