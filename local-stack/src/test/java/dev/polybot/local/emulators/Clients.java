package dev.polybot.local.emulators;

import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.secretsmanager.SecretsManagerClient;
import software.amazon.awssdk.services.sqs.SqsClient;

import java.net.URI;
import java.util.Map;

/** The SDK's clients, set as a service's environment says. */
record Clients(SqsClient sqs, S3Client s3, DynamoDbClient dynamoDb, SecretsManagerClient secrets) {

    Clients(Map<String, String> environment) {
        this(
                set(SqsClient.builder(), environment, "AWS_ENDPOINT_URL_SQS"),
                set(S3Client.builder().forcePathStyle(true), environment, "AWS_ENDPOINT_URL_S3"),
                set(DynamoDbClient.builder(), environment, "AWS_ENDPOINT_URL_DYNAMODB"),
                set(
                        SecretsManagerClient.builder(),
                        environment,
                        "AWS_ENDPOINT_URL_SECRETS_MANAGER"));
    }

    private static <C> C set(
            AwsClientBuilder<?, C> builder, Map<String, String> environment, String endpoint) {
        builder.endpointOverride(URI.create(environment.get(endpoint)));
        builder.region(Region.of(environment.get("AWS_DEFAULT_REGION")));
        builder.credentialsProvider(
                StaticCredentialsProvider.create(
                        AwsBasicCredentials.create(
                                environment.get("AWS_ACCESS_KEY_ID"),
                                environment.get("AWS_SECRET_ACCESS_KEY"))));
        return builder.build();
    }
}
