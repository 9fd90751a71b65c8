package dev.polybot.bot.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import io.awspring.cloud.sqs.listener.SqsHeaders.MessageSystemAttributes;
import io.awspring.cloud.sqs.listener.acknowledgement.BatchAcknowledgement;

import org.junit.jupiter.api.Test;
import org.springframework.messaging.Message;
import org.springframework.messaging.support.MessageBuilder;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.CompletableFuture;

class OutboxListenerTests {

    private final List<OutgoingMessage> put = new ArrayList<>();
    private final List<Message<String>> settled = new ArrayList<>();
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
                settled.addAll(messages);
            }

            @Override
            public CompletableFuture<Void> acknowledgeAsync(Collection<Message<String>> messages) {
                throw new AssertionError("not waited for");
            }
        };
    }
}
