package dev.polybot.bot.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import io.awspring.cloud.sqs.listener.QueueMessageVisibility;
import io.awspring.cloud.sqs.listener.SqsHeaders;
import io.awspring.cloud.sqs.listener.SqsHeaders.MessageSystemAttributes;
import io.awspring.cloud.sqs.listener.acknowledgement.BatchAcknowledgement;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.messaging.Message;
import org.springframework.messaging.support.MessageBuilder;

import software.amazon.awssdk.services.sqs.SqsAsyncClient;
import software.amazon.awssdk.services.sqs.model.ChangeMessageVisibilityBatchRequest;
import software.amazon.awssdk.services.sqs.model.ChangeMessageVisibilityBatchResponse;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.CompletableFuture;

class OutboxListenerTests {

    private final List<OutgoingMessage> put = new ArrayList<>();
    private final List<Message<String>> settled = new ArrayList<>();
    private @Nullable RuntimeException failure;
    private final OutboxListener listener = new OutboxListener(null, put::add);

    @Test
    void whatThisVersionCannotReadWaitsForOneThatCan() {
        listener.onMessages(List.of(unreadable(3)), acknowledging());

        assertThat(settled).isEmpty();
        assertThat(put).isEmpty();
    }

    @Test
    void whatNobodyCanReadGivesWayToAnApologyAndHoldsItsChatNoLonger() {
        Message<String> message = unreadable(10);

        listener.onMessages(List.of(message), acknowledging());

        assertThat(settled).containsExactly(message);
        assertThat(put)
                .singleElement()
                .satisfies(
                        apology -> {
                            assertThat(apology.chatId()).isEqualTo("42");
                            assertThat(apology.content()).isInstanceOf(OutgoingMessage.Text.class);
                        });
    }

    /** Until a message that nobody settled shows by itself, its chat would wait for half a minute. */
    @Test
    void whatCannotBeAcknowledgedIsTakenUpSoon() {
        List<Integer> hidden = new ArrayList<>();
        SqsAsyncClient queue =
                new SqsAsyncClient() {
                    @Override
                    public String serviceName() {
                        return "sqs";
                    }

                    @Override
                    public void close() {}

                    @Override
                    public CompletableFuture<ChangeMessageVisibilityBatchResponse>
                            changeMessageVisibilityBatch(
                                    ChangeMessageVisibilityBatchRequest request) {
                        request.entries().forEach(entry -> hidden.add(entry.visibilityTimeout()));
                        return CompletableFuture.completedFuture(
                                ChangeMessageVisibilityBatchResponse.builder().build());
                    }
                };
        Message<String> message =
                MessageBuilder.fromMessage(unreadable(10))
                        .setHeader(SqsHeaders.SQS_RECEIPT_HANDLE_HEADER, "receipt")
                        .setHeader(
                                SqsHeaders.SQS_VISIBILITY_TIMEOUT_HEADER,
                                new QueueMessageVisibility(queue, "queue", "receipt"))
                        .build();
        failure = new IllegalStateException("the queue is away");

        listener.onMessages(List.of(message), acknowledging());

        assertThat(hidden).containsExactly(2);
    }

    private static Message<String> unreadable(int deliveries) {
        return MessageBuilder.withPayload("Dear bot")
                .setHeader(
                        MessageSystemAttributes.SQS_APPROXIMATE_RECEIVE_COUNT,
                        Integer.toString(deliveries))
                .setHeader(MessageSystemAttributes.SQS_MESSAGE_GROUP_ID_HEADER, "42")
                .build();
    }

    private BatchAcknowledgement<String> acknowledging() {
        return new BatchAcknowledgement<>() {
            @Override
            public void acknowledge() {
                throw new AssertionError("all at once");
            }

            @Override
            public CompletableFuture<Void> acknowledgeAsync() {
                throw new AssertionError("all at once");
            }

            @Override
            public void acknowledge(Collection<Message<String>> messages) {
                if (failure != null) {
                    throw failure;
                }
                settled.addAll(messages);
            }

            @Override
            public CompletableFuture<Void> acknowledgeAsync(Collection<Message<String>> messages) {
                throw new AssertionError("not waited for");
            }
        };
    }
}
