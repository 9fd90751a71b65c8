package dev.polybot.detector.queue;

import software.amazon.awssdk.awscore.exception.AwsServiceException;

import java.util.concurrent.CompletionException;

/** What a log line says about a failure: enough to act on, without names of buckets or contents of messages. */
final class Causes {

    private Causes() {}

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
