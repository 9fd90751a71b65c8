package dev.polybot.bot.settings;

import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Names or URLs of the queues.
 *
 * @param identify jobs for the detectors
 * @param results ended predictions
 * @param identifyDeadLetters jobs that were tried too often
 * @param outbox what the bot is to say
 */
public record QueueSettings(
        @DefaultValue("") String identify,
        @DefaultValue("") String results,
        @DefaultValue("") String identifyDeadLetters,
        @DefaultValue("") String outbox) {

    /** AWS knows a queue that keeps its order by its name. */
    private static final String FIFO = ".fifo";

    void check(SettingFaults faults) {
        faults.requireText(identify, "SQS_QUEUE_IDENTIFY", "the queue of jobs (name or URL)");
        faults.requireText(results, "SQS_QUEUE_RESULTS", "the queue of results (name or URL)");
        faults.requireText(
                identifyDeadLetters,
                "SQS_QUEUE_IDENTIFY_DEAD_LETTERS",
                "the dead-letter queue of the queue of jobs");
        faults.requireText(
                outbox, "SQS_QUEUE_OUTBOX", "the queue of what the bot says (name or URL)");
        faults.require(
                outbox.isBlank() || outbox.endsWith(FIFO),
                "SQS_QUEUE_OUTBOX",
                "must be a FIFO queue, whose name ends in .fifo.");
    }
}
