package dev.polybot.load.aws;

import dev.polybot.load.address.AddressGuard;

import org.jspecify.annotations.Nullable;

import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.urlconnection.ProxyConfiguration;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.sqs.SqsClient;

import java.net.URI;
import java.time.Duration;

/** The clients of queue, bucket and table. Nothing is opened before the guard has let it pass. */
public final class AwsClients implements AutoCloseable {

    private final AwsSettings settings;
    private final SqsClient sqs;
    private final S3Client s3;
    private final DynamoDbClient dynamoDb;
    private final String identifyUrl;

    private AwsClients(
            AwsSettings settings,
            SqsClient sqs,
            S3Client s3,
            DynamoDbClient dynamoDb,
            String identifyUrl) {
        this.settings = settings;
        this.sqs = sqs;
        this.s3 = s3;
        this.dynamoDb = dynamoDb;
        this.identifyUrl = identifyUrl;
    }

    /**
     * Opens them.
     *
     * @throws dev.polybot.load.address.RefusedAddressException when they may not be loaded
     * @throws SdkException when the queue is not there
     */
    public static AwsClients open(AwsSettings settings, AddressGuard guard) {
        SqsClient sqs =
                build(SqsClient.builder().httpClient(http()), settings, settings.sqs(), guard);
        String url = queueUrl(sqs, settings.identify());
        requireQueue(URI.create(url), settings, guard);
        return new AwsClients(
                settings,
                sqs,
                build(
                        S3Client.builder().forcePathStyle(settings.pathStyle()).httpClient(http()),
                        settings,
                        settings.s3(),
                        guard),
                build(
                        DynamoDbClient.builder().httpClient(http()),
                        settings,
                        settings.dynamoDb(),
                        guard),
                url);
    }

    private static void requireQueue(URI queue, AwsSettings settings, AddressGuard guard) {
        boolean allByAddress =
                settings.sqs() != null && settings.s3() != null && settings.dynamoDb() != null;
        if (allByAddress) {
            var unused = guard.require(queue);
        } else {
            guard.requireQueue(queue);
        }
    }

    private static String queueUrl(SqsClient sqs, String nameOrUrl) {
        return nameOrUrl.contains("://")
                ? nameOrUrl
                : sqs.getQueueUrl(get -> get.queueName(nameOrUrl)).queueUrl();
    }

    /** The URL of another queue of the same account. */
    public String queueUrl(String nameOrUrl) {
        return queueUrl(sqs, nameOrUrl);
    }

    private static <B extends AwsClientBuilder<B, C>, C> C build(
            B builder, AwsSettings settings, @Nullable URI endpoint, AddressGuard guard) {
        if (!settings.region().isBlank()) {
            builder.region(Region.of(settings.region()));
        }
        if (endpoint != null) {
            builder.endpointOverride(guard.require(endpoint));
        }
        return builder.build();
    }

    /** No proxy: the guard has judged the address itself. The client follows no redirects. */
    private static SdkHttpClient http() {
        return UrlConnectionHttpClient.builder()
                .connectionTimeout(Duration.ofSeconds(5))
                .socketTimeout(Duration.ofSeconds(30))
                .proxyConfiguration(
                        ProxyConfiguration.builder()
                                .useSystemPropertyValues(false)
                                .useEnvironmentVariablesValues(false)
                                .build())
                .build();
    }

    public AwsSettings settings() {
        return settings;
    }

    public SqsClient sqs() {
        return sqs;
    }

    public S3Client s3() {
        return s3;
    }

    public DynamoDbClient dynamoDb() {
        return dynamoDb;
    }

    public String identifyUrl() {
        return identifyUrl;
    }

    @Override
    public void close() {
        sqs.close();
        s3.close();
        dynamoDb.close();
    }
}
