package dev.polybot.detector;

import dev.polybot.detector.settings.DetectorSettings;

import io.awspring.cloud.autoconfigure.dynamodb.DynamoDbClientCustomizer;
import io.awspring.cloud.autoconfigure.s3.S3ClientCustomizer;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;

/** Sets timeouts on the AWS clients: a call that hangs would hold its worker for ever. */
@Configuration(proxyBeanMethods = false)
class AwsClientTimeouts {

    @Bean
    S3ClientCustomizer s3Timeout(DetectorSettings settings) {
        return client -> limit(client, settings);
    }

    @Bean
    DynamoDbClientCustomizer dynamoDbTimeout(DetectorSettings settings) {
        return client -> limit(client, settings);
    }

    private static void limit(AwsClientBuilder<?, ?> client, DetectorSettings settings) {
        client.overrideConfiguration(
                client.overrideConfiguration()
                        .copy(override -> override.apiCallTimeout(settings.storage().timeout())));
    }
}
