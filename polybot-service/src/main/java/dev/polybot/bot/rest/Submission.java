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
 * @param state how far it is known to have come
 */
record Submission(
        String id,
        String owner,
        String name,
        String imgName,
        Instant submittedAt,
        String request,
        State state) {

    /** How far a submission is known to have come. */
    enum State {
        ACCEPTED,
        /** Its picture and its job are durable. */
        QUEUED,
        /** Its caller has deleted it; only its idempotency key is still known, so that it brings nothing back. */
        DELETED
    }

    Submission as(State other) {
        return new Submission(id, owner, name, imgName, submittedAt, request, other);
    }
}
