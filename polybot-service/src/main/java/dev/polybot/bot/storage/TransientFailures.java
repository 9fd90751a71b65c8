package dev.polybot.bot.storage;

import org.jspecify.annotations.Nullable;

import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.exception.SdkException;

import java.io.UncheckedIOException;

/**
 * Recognises failures that end by themselves: when AWS or the network is back, or the disk has room again. Work is kept for
 * as long as they last; any other failure may be the work's own, and without an end to its attempts it would block its chat.
 */
public final class TransientFailures {

    private TransientFailures() {}

    /** Whether the failure is one of those, however libraries have wrapped it. */
    public static boolean isBehind(Throwable failure) {
        for (@Nullable Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof UncheckedIOException) {
                return true;
            }
            if (cause instanceof SdkException answer) {
                return !isRefusal(answer);
            }
        }
        return false;
    }

    /** AWS refuses what is asked, and will again. */
    private static boolean isRefusal(SdkException failure) {
        return failure instanceof AwsServiceException answer
                && answer.statusCode() >= 400
                && answer.statusCode() < 500
                && !answer.isThrottlingException();
    }
}
