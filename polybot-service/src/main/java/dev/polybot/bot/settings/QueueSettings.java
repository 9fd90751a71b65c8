package dev.polybot.bot.settings;

import org.springframework.boot.context.properties.bind.DefaultValue;

import java.util.List;

/**
 * The queues between the services, by name or URL.
 *
 * @param identify jobs for the detectors
 * @param results ended predictions
 * @param identifyDeadLetters jobs that were tried too often
 */
public record QueueSettings(
        @DefaultValue("") String identify,
        @DefaultValue("") String results,
        @DefaultValue("") String identifyDeadLetters) {

    void check(List<Fault> faults) {
        Checks.notBlank(identify, "SQS_QUEUE_IDENTIFY", "the queue of jobs (name or URL)", faults);
        Checks.notBlank(results, "SQS_QUEUE_RESULTS", "the queue of results (name or URL)", faults);
        Checks.notBlank(
                identifyDeadLetters,
                "SQS_QUEUE_IDENTIFY_DEAD_LETTERS",
                "the dead-letter queue of the queue of jobs",
                faults);
    }
}
