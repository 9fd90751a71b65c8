package dev.polybot.bot.rest;

import java.time.Instant;

/**
 * A picture that was submitted over REST. It is remembered in the state table, so that any process can tell of it before its
 * prediction has ended.
 *
 * @param id of its prediction
 * @param owner the caller's chat
 * @param name what its sender calls it
 * @param imgName the original's name below the originals prefix
 * @param submittedAt when it came
 * @param request what was asked, as a digest: the same idempotency key may only ever stand for the same; without a key its id
 * @param queued whether its picture and its job are known to be durable
 */
record Submission(
        String id,
        String owner,
        String name,
        String imgName,
        Instant submittedAt,
        String request,
        boolean queued) {}
