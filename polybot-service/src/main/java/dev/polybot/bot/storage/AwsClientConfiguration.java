package dev.polybot.bot.storage;

import dev.polybot.bot.settings.BotSettings;

import io.awspring.cloud.autoconfigure.sqs.SqsAsyncClientCustomizer;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Lazy;

import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.awscore.client.builder.AwsSyncClientBuilder;
import software.amazon.awssdk.core.client.config.ClientOverrideConfiguration;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.nio.netty.NettyNioAsyncHttpClient;
import software.amazon.awssdk.http.nio.netty.SdkEventLoopGroup;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.secretsmanager.SecretsManagerClient;

import java.time.Clock;
import java.time.Duration;

/**
 * Spring configuration of the AWS clients: S3, DynamoDB and Secrets Manager, the tuning of Spring Cloud AWS's SQS client,
 * and the clock that follows DynamoDB's. All calls are synchronous on virtual threads but the queue's, which the listeners
 * need to be asynchronous. Each call times out before a lease runs out. Endpoints come from the SDK's own {@code
 * AWS_ENDPOINT_URL_…}.
 */
@Configuration(proxyBeanMethods = false)
class AwsClientConfiguration {

    private static final Duration CONNECT = Duration.ofSeconds(3);
    private static final Duration ATTEMPT = Duration.ofSeconds(6);
    private static final Duration WHOLE_CALL = Duration.ofSeconds(15);

    /** Pictures have up to 20 MB. */
    private static final Duration PICTURE_ATTEMPT = Duration.ofSeconds(15);

    private static final Duration WHOLE_PICTURE_CALL = Duration.ofSeconds(30);

    private final Region region;
    private final AwsCredentialsProvider credentials;

    AwsClientConfiguration(BotSettings settings, AwsCredentialsProvider credentials) {
        this.region = Region.of(settings.region());
        this.credentials = credentials;
    }

    @Bean
    SdkHttpClient awsHttpClient() {
        return UrlConnectionHttpClient.builder()
                .connectionTimeout(CONNECT)
                .socketTimeout(ATTEMPT)
                .build();
    }

    @Bean
    S3Client s3Client(SdkHttpClient http, BotSettings settings) {
        return configured(S3Client.builder(), http)
                .forcePathStyle(settings.storage().pathStyle())
                .overrideConfiguration(timeouts(WHOLE_PICTURE_CALL, PICTURE_ATTEMPT))
                .build();
    }

    /** Tells the time to the whole service: the machine's, corrected to DynamoDB's. */
    @Bean
    DynamoDbClock clock() {
        return new DynamoDbClock(Clock.systemUTC());
    }

    @Bean
    DynamoDbClient dynamoDbClient(SdkHttpClient http, DynamoDbClock clock) {
        return configured(DynamoDbClient.builder(), http)
                .overrideConfiguration(
                        timeouts(WHOLE_CALL, ATTEMPT)
                                .copy(override -> override.addExecutionInterceptor(clock)))
                .build();
    }

    @Bean
    @Lazy
    SecretsManagerClient secretsManagerClient(SdkHttpClient http) {
        return configured(SecretsManagerClient.builder(), http).build();
    }

    @Bean
    SqsAsyncClientCustomizer sqsClientTuning() {
        return builder ->
                builder.httpClientBuilder(
                        NettyNioAsyncHttpClient.builder()
                                .maxConcurrency(64)
                                .eventLoopGroupBuilder(
                                        SdkEventLoopGroup.builder().numberOfThreads(1)));
    }

    private <B extends AwsClientBuilder<B, ?> & AwsSyncClientBuilder<B, ?>> B configured(
            B builder, SdkHttpClient http) {
        return builder.region(region)
                .credentialsProvider(credentials)
                .httpClient(http)
                .overrideConfiguration(timeouts(WHOLE_CALL, ATTEMPT));
    }

    private static ClientOverrideConfiguration timeouts(Duration wholeCall, Duration attempt) {
        return ClientOverrideConfiguration.builder()
                .apiCallTimeout(wholeCall)
                .apiCallAttemptTimeout(attempt)
                .build();
    }
}
