package dev.polybot.bot.rest;

import org.jspecify.annotations.Nullable;

/** Repository of the pictures submitted over REST, shared by all instances. */
interface Submissions {

    /**
     * Remembers a submission unless there is one of its id.
     *
     * @return the one that was there, and null when there was none
     */
    @Nullable Submission putIfAbsent(Submission submission);

    /** Notes that the picture and its job are durable. */
    void queued(String id);

    /** The submission of that id; null when there is none or it was deleted. */
    @Nullable Submission find(String id);

    /** Deletes the submission of that id, whether or not there is one: it is found no more, and its id stays taken. */
    void delete(String id);
}
