package dev.polybot.endtoend;

import static java.util.stream.Collectors.toSet;

import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.QueueAttributeName;

import java.net.URI;
import java.util.Map;
import java.util.Set;

/** What a load tester or an operator does at AWS's own doors: queue messages, objects, items. */
public final class Aws implements AutoCloseable {

    private final Map<String, String> environment;
    private final SqsClient sqs;
    private final S3Client s3;
    private final DynamoDbClient dynamoDb;

    Aws(Map<String, String> environment) {
        this.environment = environment;
        this.sqs =
                client(SqsClient.builder(), "SQS")
                        .httpClient(UrlConnectionHttpClient.create())
                        .build();
        this.s3 =
                client(S3Client.builder(), "S3")
                        .forcePathStyle(true)
                        .httpClient(UrlConnectionHttpClient.create())
                        .build();
        this.dynamoDb =
                client(DynamoDbClient.builder(), "DYNAMODB")
                        .httpClient(UrlConnectionHttpClient.create())
                        .build();
    }

    /** Puts an original where load testers put theirs: directly under the images prefix. */
    public void putOriginal(String name, byte[] content) {
        s3.putObject(
                request -> request.bucket(bucket()).key(originalKey(name)),
                RequestBody.fromBytes(content));
    }

    byte[] object(String key) {
        return s3.getObjectAsBytes(request -> request.bucket(bucket()).key(key)).asByteArray();
    }

    public String originalKey(String name) {
        return environment.getOrDefault("BUCKET_PREFIX", "images") + '/' + name;
    }

    /** Pushes a message straight into <em>identify</em> and returns its SQS id. */
    public String pushJob(String body) {
        String url = queueUrl(variable("SQS_QUEUE_IDENTIFY"));
        return sqs.sendMessage(request -> request.queueUrl(url).messageBody(body)).messageId();
    }

    /** How many messages lie in the dead-letter queue of <em>identify</em>, hidden ones included. */
    public int deadLetters() {
        return waitingIn(variable("SQS_QUEUE_IDENTIFY") + "-dead-letters");
    }

    /** How many results were received too often without being delivered. */
    public int resultsGivenUp() {
        return waitingIn(variable("SQS_QUEUE_RESULTS") + "-dead-letters");
    }

    /** How many results and messages to say lie in their queues, those that are worked on included. */
    public int answersWaiting() {
        return waitingIn(variable("SQS_QUEUE_RESULTS")) + waitingIn(variable("SQS_QUEUE_OUTBOX"));
    }

    /** How many jobs lie in <em>identify</em>, those that are worked on included. */
    public int jobs() {
        return waitingIn(variable("SQS_QUEUE_IDENTIFY"));
    }

    /** The chats in which an answer to an album was given and that was noted. */
    public Set<String> chatsWithAnsweredAlbum() {
        return dynamoDb
                .scanPaginator(request -> request.tableName(variable("STATE_TABLE_NAME")))
                .items()
                .stream()
                .filter(item -> item.containsKey("settledAt") || isHandled(item))
                .map(item -> item.get("chat"))
                .map(chat -> chat.s() == null ? chat.n() : chat.s())
                .collect(toSet());
    }

    /** Of predictions that is noted elsewhere, when all of them have ended. */
    private static boolean isHandled(Map<String, AttributeValue> album) {
        return album.containsKey("handled")
                && !AttributeValue.fromS("predict").equals(album.get("caption"));
    }

    private int waitingIn(String queue) {
        String url = queueUrl(queue);
        return sqs
                .getQueueAttributes(
                        request ->
                                request.queueUrl(url)
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

    /** The item of a prediction; empty when there is none. */
    public Map<String, AttributeValue> prediction(String predictionId) {
        return dynamoDb.getItem(
                        request ->
                                request.tableName(variable("TABLE_NAME"))
                                        .consistentRead(true)
                                        .key(
                                                Map.of(
                                                        "predictionId",
                                                        AttributeValue.fromS(predictionId))))
                .item();
    }

    private String queueUrl(String name) {
        return name.contains("://")
                ? name
                : sqs.getQueueUrl(request -> request.queueName(name)).queueUrl();
    }

    private String bucket() {
        return variable("BUCKET_NAME");
    }

    private String variable(String name) {
        String value = environment.get(name);
        if (value == null) {
            throw new IllegalStateException("the stack sets no " + name);
        }
        return value;
    }

    private <B extends AwsClientBuilder<B, ?>> B client(B builder, String service) {
        return builder.endpointOverride(URI.create(variable("AWS_ENDPOINT_URL_" + service)))
                .region(Region.of(variable("AWS_DEFAULT_REGION")))
                .credentialsProvider(
                        StaticCredentialsProvider.create(
                                AwsBasicCredentials.create(
                                        variable("AWS_ACCESS_KEY_ID"),
                                        variable("AWS_SECRET_ACCESS_KEY"))));
    }

    @Override
    public void close() {
        sqs.close();
        s3.close();
        dynamoDb.close();
    }
}
