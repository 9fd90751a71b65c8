package dev.polybot.observability;

import software.amazon.awssdk.awscore.exception.AwsServiceException;

import java.util.Arrays;
import java.util.concurrent.CompletionException;

/**
 * Tells an exception in half a line of a log, without secrets or people's texts: messages of foreign exceptions quote addresses,
 * bucket names and tokens, and a stack trace buries the line that matters.
 */
public final class ExceptionSummary {

    private ExceptionSummary() {}

    /** Our own exceptions' messages; of others, their kind and the place in our code. */
    public static String of(Throwable failure) {
        Throwable cause = failure;
        while (cause instanceof CompletionException && cause.getCause() != null) {
            cause = cause.getCause();
        }
        if (cause instanceof AwsServiceException aws && aws.awsErrorDetails() != null) {
            return "%s answered %d %s"
                    .formatted(
                            aws.awsErrorDetails().serviceName(),
                            aws.statusCode(),
                            aws.awsErrorDetails().errorCode());
        }
        if (cause.getClass().getName().startsWith("dev.polybot")) {
            return String.valueOf(cause.getMessage());
        }
        return cause.getClass().getSimpleName() + place(cause);
    }

    private static String place(Throwable failure) {
        return Arrays.stream(failure.getStackTrace())
                .filter(frame -> frame.getClassName().startsWith("dev.polybot"))
                .findFirst()
                .map(frame -> " at " + frame.getFileName() + ':' + frame.getLineNumber())
                .orElse("");
    }
}
