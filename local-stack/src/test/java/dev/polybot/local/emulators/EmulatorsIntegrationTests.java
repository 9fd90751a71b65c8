package dev.polybot.local.emulators;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.polybot.local.testing.EmulatorProcess;
import dev.polybot.model.prediction.PredictionTable;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.secretsmanager.model.ResourceNotFoundException;
import software.amazon.awssdk.services.sqs.model.Message;
import software.amazon.awssdk.services.sqs.model.QueueAttributeName;
import software.amazon.awssdk.services.sqs.model.ReceiveMessageResponse;

import java.io.IOException;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.Socket;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class EmulatorsIntegrationTests {

    private static EmulatorProcess aws;
    private static Clients clients;

    @BeforeAll
    static void start() {
        aws = EmulatorProcess.start();
        clients = new Clients(aws.environment());
    }

    @AfterAll
    static void stop() {
        aws.close();
    }

    @Test
    void theIdentifyQueueGivesUpAfterThreeAttemptsAndTheResultsQueueAfterFive() {
        assertThat(redrivePolicy("SQS_QUEUE_IDENTIFY"))
                .contains("\"maxReceiveCount\":3", "polybot-identify-dead-letters");
        assertThat(redrivePolicy("SQS_QUEUE_RESULTS"))
                .contains("\"maxReceiveCount\":5", "polybot-results-dead-letters");
    }

    @Test
    void theOutboxLetsAChatWaitWithoutHoldingBackAnother() {
        assertThat(redrivePolicy("SQS_QUEUE_OUTBOX"))
                .contains("\"maxReceiveCount\":1000", "polybot-outbox-dead.fifo");
        for (int i = 0; i < 11; i++) {
            say("busy", "b" + i);
        }
        say("busy", "b0");
        say("quiet", "q0");

        List<Message> first = received();
        assertThat(first)
                .extracting(Message::body)
                .containsExactly("b0", "b1", "b2", "b3", "b4", "b5", "b6", "b7", "b8", "b9");
        assertThat(received()).extracting(Message::body).containsExactly("q0");

        for (Message message : first) {
            clients.sqs()
                    .changeMessageVisibility(
                            r ->
                                    r.queueUrl(queueUrl("SQS_QUEUE_OUTBOX"))
                                            .receiptHandle(message.receiptHandle())
                                            .visibilityTimeout(0));
        }
        assertThat(received()).extracting(Message::body).startsWith("b0", "b1");
    }

    @Test
    void whileAChatWaitsWhoWaitsForAnotherTakesNoProcessor() {
        String queue =
                clients.sqs()
                        .createQueue(
                                r ->
                                        r.queueName("waiting.fifo")
                                                .attributes(
                                                        Map.of(
                                                                QueueAttributeName.FIFO_QUEUE,
                                                                "true")))
                        .queueUrl();
        for (String text : List.of("first", "second")) {
            clients.sqs()
                    .sendMessage(
                            r ->
                                    r.queueUrl(queue)
                                            .messageBody(text)
                                            .messageGroupId("waiting")
                                            .messageDeduplicationId(text));
        }
        clients.sqs().receiveMessage(r -> r.queueUrl(queue).maxNumberOfMessages(1));
        Duration before = aws.processorTime();

        assertThat(clients.sqs().receiveMessage(r -> r.queueUrl(queue).waitTimeSeconds(3)))
                .returns(List.of(), ReceiveMessageResponse::messages);

        // Before there was a least delay, three to four seconds of it.
        assertThat(aws.processorTime().minus(before)).isLessThan(Duration.ofMillis(1500));
    }

    private static void say(String chat, String text) {
        clients.sqs()
                .sendMessage(
                        r ->
                                r.queueUrl(queueUrl("SQS_QUEUE_OUTBOX"))
                                        .messageBody(text)
                                        .messageGroupId(chat)
                                        .messageDeduplicationId(text));
    }

    private static List<Message> received() {
        return clients.sqs()
                .receiveMessage(
                        r -> r.queueUrl(queueUrl("SQS_QUEUE_OUTBOX")).maxNumberOfMessages(10))
                .messages();
    }

    @Test
    void aMessageIsInvisibleForThirtySecondsOnceReceived() {
        assertThat(attribute("SQS_QUEUE_IDENTIFY", QueueAttributeName.VISIBILITY_TIMEOUT))
                .isEqualTo("30");
    }

    @Test
    void predictionsAreFoundByChatAndTime() {
        Map<String, AttributeValue> item =
                Map.of(
                        PredictionTable.PREDICTION_ID, AttributeValue.fromS("p1"),
                        PredictionTable.CHAT_ID, AttributeValue.fromS("42"),
                        PredictionTable.TIME, AttributeValue.fromN("1793000000"));
        clients.dynamoDb().putItem(r -> r.tableName(table()).item(item));

        assertThat(
                        clients.dynamoDb()
                                .query(
                                        r ->
                                                r.tableName(table())
                                                        .indexName(PredictionTable.BY_CHAT)
                                                        .keyConditionExpression("chatId = :c")
                                                        .expressionAttributeValues(
                                                                Map.of(
                                                                        ":c",
                                                                        AttributeValue.fromS(
                                                                                "42"))))
                                .items())
                .containsExactly(item);
    }

    @Test
    void bothTablesForgetWhatHasExpired() {
        for (String table : new String[] {"TABLE_NAME", "STATE_TABLE_NAME"}) {
            assertThat(
                            clients.dynamoDb()
                                    .describeTimeToLive(r -> r.tableName(aws.environment(table)))
                                    .timeToLiveDescription()
                                    .attributeName())
                    .isEqualTo(PredictionTable.EXPIRES_AT);
        }
    }

    @Test
    void theTelegramSecretHoldsTheToken() {
        assertThat(
                        clients.secrets()
                                .getSecretValue(r -> r.secretId(aws.environment("TELEGRAM_SECRET")))
                                .secretString())
                .contains(EmulatorProcess.TELEGRAM_TOKEN);
    }

    @Test
    void anUnknownSecretIsNotFound() {
        assertThatThrownBy(() -> clients.secrets().getSecretValue(r -> r.secretId("nothing")))
                .isInstanceOf(ResourceNotFoundException.class);
    }

    @Test
    void nothingListensOnAnotherAddressThanLoopback() throws IOException {
        InetAddress outside =
                NetworkInterface.networkInterfaces()
                        .flatMap(NetworkInterface::inetAddresses)
                        .filter(address -> !address.isLoopbackAddress())
                        .filter(address -> !address.isLinkLocalAddress())
                        .findFirst()
                        .orElse(null);
        assumeTrue(outside != null, "a machine with a network");

        for (URI endpoint : endpoints().toList()) {
            assertThatThrownBy(() -> new Socket(outside, endpoint.getPort()).close())
                    .as(endpoint.toString())
                    .isInstanceOf(IOException.class);
        }
    }

    @Test
    @Order(Integer.MAX_VALUE)
    void everythingIsThereAgainAfterAKill() {
        String queue = queueUrl("SQS_QUEUE_RESULTS");
        clients.s3()
                .putObject(
                        r -> r.bucket(aws.environment("BUCKET_NAME")).key("a/b.txt"),
                        RequestBody.fromString("kept"));
        Map<String, AttributeValue> item = Map.of("id", AttributeValue.fromS("kept"));
        clients.dynamoDb()
                .putItem(r -> r.tableName(aws.environment("STATE_TABLE_NAME")).item(item));
        Map<String, String> before = aws.environment();
        for (String body : List.of("first", "second", "sent as it was killed")) {
            clients.sqs().sendMessage(r -> r.queueUrl(queue).messageBody(body));
        }

        aws.kill();
        aws.restart();

        assertThat(aws.environment()).isEqualTo(before);
        assertThat(
                        clients.sqs()
                                .receiveMessage(r -> r.queueUrl(queue).maxNumberOfMessages(10))
                                .messages())
                .extracting(Message::body)
                .containsExactlyInAnyOrder("first", "second", "sent as it was killed");
        assertThat(
                        clients.s3()
                                .getObjectAsBytes(
                                        r ->
                                                r.bucket(aws.environment("BUCKET_NAME"))
                                                        .key("a/b.txt"))
                                .asUtf8String())
                .isEqualTo("kept");
        assertThat(
                        clients.dynamoDb()
                                .getItem(
                                        r ->
                                                r.tableName(aws.environment("STATE_TABLE_NAME"))
                                                        .key(item))
                                .item())
                .isEqualTo(item);
        assertThat(redrivePolicy("SQS_QUEUE_IDENTIFY")).contains("\"maxReceiveCount\":3");
    }

    private static Stream<URI> endpoints() {
        return aws.environment().entrySet().stream()
                .filter(variable -> variable.getKey().startsWith("AWS_ENDPOINT_URL"))
                .map(variable -> URI.create(variable.getValue()));
    }

    private static String table() {
        return aws.environment("TABLE_NAME");
    }

    private static String redrivePolicy(String queue) {
        return attribute(queue, QueueAttributeName.REDRIVE_POLICY);
    }

    private static String attribute(String queue, QueueAttributeName name) {
        return clients.sqs()
                .getQueueAttributes(r -> r.queueUrl(queueUrl(queue)).attributeNames(name))
                .attributes()
                .get(name);
    }

    private static String queueUrl(String variable) {
        return clients.sqs().getQueueUrl(r -> r.queueName(aws.environment(variable))).queueUrl();
    }
}
