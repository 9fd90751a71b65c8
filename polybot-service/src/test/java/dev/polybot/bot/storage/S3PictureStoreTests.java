package dev.polybot.bot.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.polybot.bot.testing.OfflineSettings;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import software.amazon.awssdk.core.sync.ResponseTransformer;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.GetObjectRequest;
import software.amazon.awssdk.services.s3.model.GetObjectResponse;
import software.amazon.awssdk.services.s3.model.S3Exception;

import java.nio.file.Path;

class S3PictureStoreTests {
    @TempDir Path folder;

    /** To a role that may not list the bucket S3 says 403 of what is not there; the emulator says 404. */
    @ParameterizedTest
    @ValueSource(ints = {403, 404})
    void whatS3DoesNotShowIsGone(int status) {
        assertThat(answering(status).fetchOriginal("images/x.jpg", folder.resolve("x"))).isFalse();
    }

    @Test
    void aFaultOfS3IsNoAnswerAboutThePicture() {
        assertThatThrownBy(() -> answering(503).fetchOriginal("images/x.jpg", folder.resolve("x")))
                .isInstanceOf(S3Exception.class);
    }

    private static PictureStore answering(int status) {
        return new S3PictureStore(
                new S3Client() {
                    @Override
                    public <T> T getObject(
                            GetObjectRequest request,
                            ResponseTransformer<GetObjectResponse, T> transformer) {
                        throw S3Exception.builder().statusCode(status).message("no").build();
                    }

                    @Override
                    public software.amazon.awssdk.core.ResponseInputStream<GetObjectResponse>
                            getObject(GetObjectRequest request) {
                        throw S3Exception.builder().statusCode(status).message("no").build();
                    }

                    @Override
                    public String serviceName() {
                        return "s3";
                    }

                    @Override
                    public void close() {}
                },
                OfflineSettings.withFilters(1000, 1000));
    }
}
