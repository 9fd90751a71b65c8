package dev.polybot.detector.testing;

import dev.polybot.local.testing.EmulatorProcess;
import dev.polybot.model.message.MessageJson;
import dev.polybot.model.message.ResultMessage;
import dev.polybot.model.prediction.Prediction;
import dev.polybot.model.prediction.PredictionItem;
import dev.polybot.model.prediction.PredictionTable;
import dev.polybot.model.prediction.PublishedModel;

import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.sqs.SqsAsyncClient;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.Message;
import software.amazon.awssdk.services.sqs.model.QueueAttributeName;

import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The emulated AWS as a test uses it: puts pictures and jobs in, takes results out. */
public final class LocalAws implements AutoCloseable {

    private final EmulatorProcess emulators = EmulatorProcess.start();
    private final S3Client s3 =
            S3Client.builder()
                    .endpointOverride(endpoint("S3"))
                    .region(region())
                    .credentialsProvider(credentials())
                    .forcePathStyle(true)
                    .build();
    private final SqsClient sqs =
            SqsClient.builder()
                    .endpointOverride(endpoint("SQS"))
                    .region(region())
                    .credentialsProvider(credentials())
                    .build();
    private final DynamoDbClient dynamo =
            DynamoDbClient.builder()
                    .endpointOverride(endpoint("DYNAMODB"))
                    .region(region())
                    .credentialsProvider(credentials())
                    .build();

    public Map<String, String> environment() {
        return emulators.environment();
    }

    public void putOriginal(String imgName, byte[] file) {
        s3.putObject(
                put -> put.bucket(bucket()).key("images/" + imgName), RequestBody.fromBytes(file));
    }

    public byte[] object(String key) {
        return s3.getObjectAsBytes(get -> get.bucket(bucket()).key(key)).asByteArray();
    }

    /** Sends a message to the queue of jobs and returns its id. */
    public String send(String body) {
        String url = url("SQS_QUEUE_IDENTIFY");
        return sqs.sendMessage(send -> send.queueUrl(url).messageBody(body)).messageId();
    }

    /** What is on the results queue at the moment; it is taken from it. */
    public List<ResultMessage> takeResults() {
        return take(url("SQS_QUEUE_RESULTS")).stream()
                .map(message -> MessageJson.readResult(message.body()))
                .toList();
    }

    /** What is on the queue of messages that could not be worked on; it is taken from it. */
    public List<String> takeDeadLetters() {
        String name = environment().get("SQS_QUEUE_IDENTIFY") + "-dead-letters";
        return take(urlOf(name)).stream().map(Message::body).toList();
    }

    /** The jobs that anybody could receive at the moment; they are taken from their queue. */
    public List<String> takeJobs() {
        return take(url("SQS_QUEUE_IDENTIFY")).stream().map(Message::body).toList();
    }

    /** Receives one job, if there is one within a second, and hides it for so long. */
    public Optional<Message> receiveJob(Duration visibility) {
        String url = url("SQS_QUEUE_IDENTIFY");
        return sqs
                .receiveMessage(
                        receive ->
                                receive.queueUrl(url)
                                        .waitTimeSeconds(1)
                                        .visibilityTimeout((int) visibility.toSeconds()))
                .messages()
                .stream()
                .findFirst();
    }

    public void hideJob(Message message, Duration time) {
        String url = url("SQS_QUEUE_IDENTIFY");
        sqs.changeMessageVisibility(
                change ->
                        change.queueUrl(url)
                                .receiptHandle(message.receiptHandle())
                                .visibilityTimeout((int) time.toSeconds()));
    }

    /** How many messages the queue of jobs holds, visible and hidden. */
    public int jobsLeft() {
        String url = url("SQS_QUEUE_IDENTIFY");
        Map<QueueAttributeName, String> counts =
                sqs.getQueueAttributes(
                                get ->
                                        get.queueUrl(url)
                                                .attributeNames(
                                                        QueueAttributeName
                                                                .APPROXIMATE_NUMBER_OF_MESSAGES,
                                                        QueueAttributeName
                                                                .APPROXIMATE_NUMBER_OF_MESSAGES_NOT_VISIBLE))
                        .attributes();
        return counts.values().stream().mapToInt(Integer::parseInt).sum();
    }

    public PublishedModel publishedModel() {
        return PublishedModel.read(
                dynamo.getItem(
                                get ->
                                        get.tableName(environment().get("TABLE_NAME"))
                                                .key(PublishedModel.KEY))
                        .item());
    }

    public Optional<Prediction> prediction(String id) {
        Map<String, AttributeValue> item =
                dynamo.getItem(
                                get ->
                                        get.tableName(environment().get("TABLE_NAME"))
                                                .key(
                                                        Map.of(
                                                                PredictionTable.PREDICTION_ID,
                                                                AttributeValue.fromS(id)))
                                                .consistentRead(true))
                        .item();
        return item.isEmpty() ? Optional.empty() : Optional.of(PredictionItem.read(item));
    }

    /** Makes a queue and returns its name. */
    public String createQueue(String name) {
        sqs.createQueue(create -> create.queueName(name));
        return name;
    }

    public void deleteQueue(String name) {
        String url = urlOf(name);
        sqs.deleteQueue(delete -> delete.queueUrl(url));
    }

    /** Takes what is on that queue. */
    public List<ResultMessage> takeResultsOf(String name) {
        return take(urlOf(name)).stream()
                .map(message -> MessageJson.readResult(message.body()))
                .toList();
    }

    /** A client of the kind that the service receives with; whoever asks closes it. */
    public SqsAsyncClient sqs(ExecutionInterceptor... listeners) {
        return SqsAsyncClient.builder()
                .overrideConfiguration(
                        configuration -> configuration.executionInterceptors(List.of(listeners)))
                .endpointOverride(endpoint("SQS"))
                .region(region())
                .credentialsProvider(credentials())
                .build();
    }

    @Override
    public void close() {
        s3.close();
        sqs.close();
        dynamo.close();
        emulators.close();
    }

    private List<Message> take(String url) {
        List<Message> taken = new ArrayList<>();
        List<Message> some;
        do {
            some =
                    sqs.receiveMessage(receive -> receive.queueUrl(url).maxNumberOfMessages(10))
                            .messages();
            for (Message message : some) {
                sqs.deleteMessage(
                        delete -> delete.queueUrl(url).receiptHandle(message.receiptHandle()));
            }
            taken.addAll(some);
        } while (!some.isEmpty());
        return taken;
    }

    private String url(String variable) {
        return urlOf(environment().get(variable));
    }

    public String urlOf(String name) {
        return sqs.getQueueUrl(get -> get.queueName(name)).queueUrl();
    }

    private String bucket() {
        return environment().get("BUCKET_NAME");
    }

    private URI endpoint(String service) {
        return URI.create(emulators.environment("AWS_ENDPOINT_URL_" + service));
    }

    private Region region() {
        return Region.of(emulators.environment("AWS_DEFAULT_REGION"));
    }

    private static AwsCredentialsProvider credentials() {
        return StaticCredentialsProvider.create(AwsBasicCredentials.create("local", "local"));
    }
}
