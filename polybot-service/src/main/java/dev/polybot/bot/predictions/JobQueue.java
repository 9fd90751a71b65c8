package dev.polybot.bot.predictions;

import dev.polybot.model.message.IdentifyJob;

/** Queue of jobs for the detectors. */
@FunctionalInterface
public interface JobQueue {

    /** Returns when the job is durable. */
    void send(IdentifyJob job);
}
