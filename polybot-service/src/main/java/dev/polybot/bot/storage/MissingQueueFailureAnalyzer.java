package dev.polybot.bot.storage;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

import software.amazon.awssdk.services.sqs.model.QueueDoesNotExistException;

/** Prints that a queue is missing instead of a stack trace. */
class MissingQueueFailureAnalyzer extends AbstractFailureAnalyzer<QueueDoesNotExistException> {

    @Override
    protected FailureAnalysis analyze(Throwable rootFailure, QueueDoesNotExistException cause) {
        return new FailureAnalysis(
                "A queue that the settings name does not exist.",
                "Create the queues before the bot, or correct SQS_QUEUE_RESULTS, SQS_QUEUE_OUTBOX and"
                        + " SQS_QUEUE_IDENTIFY_DEAD_LETTERS (by default the name of SQS_QUEUE_IDENTIFY with"
                        + " -dead-letters behind it).",
                cause);
    }
}
