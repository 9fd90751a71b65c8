package dev.polybot.detector.queue;

import software.amazon.awssdk.awscore.exception.AwsServiceException;

import java.util.concurrent.CompletionException;

/** Formats the cause of a failure for a log line: enough to act on, without names of buckets or contents of messages. */
final class FailureMessages {

    private FailureMessages() {}

    static String brief(Throwable failure) {
        Throwable cause = failure;
        while (cause instanceof CompletionException && cause.getCause() != null) {
            cause = cause.getCause();
        }
        String type = cause.getClass().getSimpleName();
        return cause instanceof AwsServiceException service && service.awsErrorDetails() != null
                ? type + ' ' + service.statusCode() + ' ' + service.awsErrorDetails().errorCode()
                : type;
    }
}
