package dev.polybot.bot.storage;

import org.jspecify.annotations.Nullable;

import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.exception.SdkException;

import java.io.UncheckedIOException;

/**
 * Recognises failures that end by themselves: when AWS or the network is back, or the disk has room again. Work is kept for
 * as long as they last. Any other failure may be the work's own: its attempts are counted, else it would block its chat for
 * ever. An {@link UncheckedIOException} is the disk's or the network's; bad content throws exceptions of its own.
 */
public final class TransientFailures {

    private TransientFailures() {}

    /** Whether the failure, or what caused it, is one of those. */
    public static boolean isTransient(Throwable failure) {
        for (@Nullable Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof UncheckedIOException) {
                return true;
            }
            if (cause instanceof SdkException ofAws) {
                return !isRefusal(ofAws);
            }
        }
        return false;
    }

    /** AWS refuses what is asked, and will again. */
    private static boolean isRefusal(SdkException failure) {
        return failure instanceof AwsServiceException response
                && response.statusCode() >= 400
                && response.statusCode() < 500
                && !response.isThrottlingException();
    }
}
