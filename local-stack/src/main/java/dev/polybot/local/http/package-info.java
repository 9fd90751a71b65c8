/**
 * Who may call a server that is meant for this machine.
 */
@NullMarked
package dev.polybot.local.http;

import org.jspecify.annotations.NullMarked;
