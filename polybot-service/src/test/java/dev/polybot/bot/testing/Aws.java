package dev.polybot.bot.testing;

import dev.polybot.local.testing.EmulatorProcess;

import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.QueueAttributeName;

import java.net.URI;
import java.util.HashMap;
import java.util.Map;

/** The emulators, one process for all test classes of a run, and clients of them. It ends with the tests' process. */
public final class Aws {

    private static final EmulatorProcess EMULATORS = start();

    public static final DynamoDbClient DYNAMO_DB =
            client(DynamoDbClient.builder(), "DYNAMODB")
                    .httpClient(UrlConnectionHttpClient.create())
                    .build();

    public static final S3Client S3 =
            client(S3Client.builder(), "S3")
                    .httpClient(UrlConnectionHttpClient.create())
                    .forcePathStyle(true)
                    .build();

    public static final SqsClient SQS =
            client(SqsClient.builder(), "SQS").httpClient(UrlConnectionHttpClient.create()).build();

    private Aws() {}

    /** A variable of the services' environment. */
    public static String variable(String name) {
        return EMULATORS.environment(name);
    }

    /** The services' environment, as a test in one process hands it over: settings, and what the SDK reads as properties. */
    public static Map<String, String> environment() {
        return EMULATORS.environment();
    }

    /** The same as system properties of the SDK, which in production reads them from the environment. */
    public static Map<String, String> systemProperties() {
        Map<String, String> properties = new HashMap<>();
        properties.put("aws.accessKeyId", variable("AWS_ACCESS_KEY_ID"));
        properties.put("aws.secretAccessKey", variable("AWS_SECRET_ACCESS_KEY"));
        properties.put("aws.endpointUrlSqs", variable("AWS_ENDPOINT_URL_SQS"));
        properties.put("aws.endpointUrlS3", variable("AWS_ENDPOINT_URL_S3"));
        properties.put("aws.endpointUrlDynamoDb", variable("AWS_ENDPOINT_URL_DYNAMODB"));
        properties.put(
                "aws.endpointUrlSecretsManager", variable("AWS_ENDPOINT_URL_SECRETS_MANAGER"));
        return properties;
    }

    /** The address of a queue. */
    public static String queueUrl(String name) {
        return SQS.getQueueUrl(request -> request.queueName(name)).queueUrl();
    }

    /** How many messages a queue has, those in work among them. */
    public static int waiting(String queue) {
        return SQS
                .getQueueAttributes(
                        request ->
                                request.queueUrl(queueUrl(queue))
                                        .attributeNames(
                                                QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES,
                                                QueueAttributeName
                                                        .APPROXIMATE_NUMBER_OF_MESSAGES_NOT_VISIBLE))
                .attributes()
                .values()
                .stream()
                .mapToInt(Integer::parseInt)
                .sum();
    }

    private static EmulatorProcess start() {
        EmulatorProcess emulators = EmulatorProcess.start();
        Runtime.getRuntime().addShutdownHook(new Thread(emulators::close));
        return emulators;
    }

    private static <B extends AwsClientBuilder<B, ?>> B client(B builder, String service) {
        return builder.endpointOverride(URI.create(variable("AWS_ENDPOINT_URL_" + service)))
                .region(Region.of(variable("AWS_DEFAULT_REGION")))
                .credentialsProvider(
                        StaticCredentialsProvider.create(
                                AwsBasicCredentials.create("local", "local")));
    }
}
