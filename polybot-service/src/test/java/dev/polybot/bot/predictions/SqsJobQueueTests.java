package dev.polybot.bot.predictions;

import static org.assertj.core.api.Assertions.assertThat;

import dev.polybot.bot.testing.OfflineSettings;
import dev.polybot.model.message.IdentifyJob;
import dev.polybot.model.message.MessageJson;

import io.awspring.cloud.sqs.operations.SqsTemplate;

import org.junit.jupiter.api.Test;

import software.amazon.awssdk.services.sqs.SqsAsyncClient;
import software.amazon.awssdk.services.sqs.model.GetQueueAttributesRequest;
import software.amazon.awssdk.services.sqs.model.GetQueueAttributesResponse;
import software.amazon.awssdk.services.sqs.model.GetQueueUrlRequest;
import software.amazon.awssdk.services.sqs.model.GetQueueUrlResponse;
import software.amazon.awssdk.services.sqs.model.SendMessageRequest;
import software.amazon.awssdk.services.sqs.model.SendMessageResponse;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;

class SqsJobQueueTests {

    private final List<SendMessageRequest> sent = new ArrayList<>();

    @Test
    void eachChatIsAMessageGroupSoThatOneWhoAsksSeldomIsServedBeforeOneWhoFillsTheQueue() {
        SqsJobQueue jobs =
                new SqsJobQueue(
                        SqsTemplate.newTemplate(new Sqs()),
                        OfflineSettings.withFilters(1_000_000, 1_000_000));

        jobs.send(
                MessageJson.readJob(
                        "{\"chatId\": \"rest:a-key\", \"imgName\": \"rest:a-key/1.jpg\"}"));

        assertThat(sent)
                .singleElement()
                .satisfies(
                        message -> {
                            assertThat(message.messageGroupId()).isEqualTo("rest:a-key");
                            assertThat(message.messageDeduplicationId()).isNull();
                            assertThat(MessageJson.readJob(message.messageBody()))
                                    .extracting(IdentifyJob::imgName)
                                    .isEqualTo("rest:a-key/1.jpg");
                        });
    }

    private final class Sqs implements SqsAsyncClient {

        @Override
        public CompletableFuture<GetQueueUrlResponse> getQueueUrl(GetQueueUrlRequest request) {
            return CompletableFuture.completedFuture(
                    GetQueueUrlResponse.builder().queueUrl("https://sqs/identify").build());
        }

        @Override
        public CompletableFuture<GetQueueAttributesResponse> getQueueAttributes(
                GetQueueAttributesRequest request) {
            return CompletableFuture.completedFuture(GetQueueAttributesResponse.builder().build());
        }

        @Override
        public CompletableFuture<SendMessageResponse> sendMessage(SendMessageRequest request) {
            sent.add(request);
            return CompletableFuture.completedFuture(
                    SendMessageResponse.builder().messageId(UUID.randomUUID().toString()).build());
        }

        @Override
        public String serviceName() {
            return SqsAsyncClient.SERVICE_NAME;
        }

        @Override
        public void close() {}
    }
}
