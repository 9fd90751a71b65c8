package dev.polybot.bot.storage;

import static org.assertj.core.api.Assertions.assertThat;

import io.awspring.cloud.sqs.operations.MessagingOperationFailedException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.services.s3.model.S3Exception;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.concurrent.CompletionException;

class TransientFailuresTests {

    @Test
    void aNetworkThatCarriesNothingAndADiskWithoutRoomAreOutages() {
        assertThat(TransientFailures.isTransient(SdkClientException.create("away"))).isTrue();
        assertThat(TransientFailures.isTransient(new UncheckedIOException(new IOException("full"))))
                .isTrue();
        assertThat(TransientFailures.isTransient(new IllegalStateException("ours"))).isFalse();
    }

    /** Spring Cloud AWS wraps what the queue's client throws, which comes wrapped already. */
    @Test
    void aQueueThatIsAwayIsOneHoweverItsFailureIsWrapped() {
        RuntimeException away =
                new MessagingOperationFailedException(
                        "Message send operation failed",
                        "polybot-identify",
                        new CompletionException(SdkClientException.create("away")));

        assertThat(TransientFailures.isTransient(away)).isTrue();
        assertThat(
                        TransientFailures.isTransient(
                                new CompletionException(new IllegalStateException("ours"))))
                .isFalse();
    }

    @ParameterizedTest
    @CsvSource({"500, true", "503, true", "429, true", "400, false", "403, false", "404, false"})
    void whatAwsRefusesItRefusesAgain(int status, boolean outage) {
        assertThat(TransientFailures.isTransient(S3Exception.builder().statusCode(status).build()))
                .isEqualTo(outage);
    }
}
