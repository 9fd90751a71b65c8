package dev.polybot.bot.outbox;

import java.time.Instant;

/**
 * A message as it came out of the queue.
 *
 * @param putAt when it was put into the outbox
 * @param deliveries how often it has come out, this time included; waiting for its chat counts too
 */
record Received(OutgoingMessage message, Instant putAt, int deliveries) {}
