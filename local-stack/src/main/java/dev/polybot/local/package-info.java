/**
 * The whole system on one machine, without Docker, AWS or a Telegram account.
 */
@NullMarked
package dev.polybot.local;

import org.jspecify.annotations.NullMarked;
