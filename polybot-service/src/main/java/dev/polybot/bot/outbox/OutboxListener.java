package dev.polybot.bot.outbox;

import static io.awspring.cloud.sqs.listener.SqsHeaders.MessageSystemAttributes.SQS_APPROXIMATE_RECEIVE_COUNT;
import static io.awspring.cloud.sqs.listener.SqsHeaders.MessageSystemAttributes.SQS_MESSAGE_GROUP_ID_HEADER;
import static io.awspring.cloud.sqs.listener.SqsHeaders.MessageSystemAttributes.SQS_SENT_TIMESTAMP;
import static io.awspring.cloud.sqs.listener.SqsHeaders.SQS_VISIBILITY_TIMEOUT_HEADER;

import dev.polybot.bot.language.Language;
import dev.polybot.bot.settings.Backoff;
import dev.polybot.observability.ExceptionSummary;
import dev.polybot.observability.Traces;

import io.awspring.cloud.sqs.annotation.SqsListener;
import io.awspring.cloud.sqs.listener.QueueMessageVisibility;
import io.awspring.cloud.sqs.listener.acknowledgement.BatchAcknowledgement;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.messaging.Message;
import org.springframework.stereotype.Component;

import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * Receives the messages of one chat from the outbox queue, up to ten at a time, and has them sent. What has to wait is
 * hidden for as long, all of it together: so SQS holds the chat back, and nobody else. Nothing leaves these methods as an
 * exception: the container would log it with its stack.
 */
@Component
class OutboxListener {

    /** SQS counts at most twelve hours from the receipt; Telegram may ask for more. */
    private static final Duration LONGEST_REST = Duration.ofHours(1);

    /** What is hidden for thirty seconds is given back before they are over. */
    private static final Duration LONGEST_TURN = Duration.ofSeconds(20);

    private static final Duration AFTER_A_FAULT = Duration.ofSeconds(2);

    private static final Logger log = LoggerFactory.getLogger(OutboxListener.class);

    /** A newer version may have written what this one cannot read: so many deliveries are left for that one to come. */
    private static final int MOST_UNREADABLE = 10;

    private final ChatSender delivery;
    private final Outbox outbox;

    OutboxListener(ChatSender delivery, Outbox outbox) {
        this.delivery = delivery;
        this.outbox = outbox;
    }

    @SqsListener(
            id = "outbox",
            queueNames = "${polybot.queues.outbox}",
            factory = "outboxListenerContainerFactory")
    void onMessages(List<Message<String>> messages, BatchAcknowledgement<String> acknowledgement) {
        List<Message<String>> waiting = new ArrayList<>(messages);
        try {
            say(waiting, acknowledgement);
        } catch (RuntimeException e) {
            log.warn("What waits for a chat is taken up again: {}", ExceptionSummary.of(e));
            takeUpSoon(waiting);
        }
    }

    /** What was settled already, without the queue's knowing, is found to be so. */
    private static void takeUpSoon(List<Message<String>> waiting) {
        try {
            hide(waiting, AFTER_A_FAULT);
        } catch (RuntimeException e) {
            log.warn("What waits for a chat comes back by itself: {}", ExceptionSummary.of(e));
        }
    }

    private void say(List<Message<String>> waiting, BatchAcknowledgement<String> acknowledgement) {
        long began = System.nanoTime();
        while (!waiting.isEmpty()) {
            ChatSender.Step step = step(waiting);
            List<Message<String>> settled = waiting.subList(0, step.settled());
            if (!settled.isEmpty()) {
                acknowledgement.acknowledge(List.copyOf(settled));
                settled.clear();
            }
            boolean late = System.nanoTime() - began > LONGEST_TURN.toNanos();
            Duration rest = step.rest() == null && late ? Duration.ZERO : step.rest();
            if (rest != null && !waiting.isEmpty()) {
                hide(waiting, rest);
                return;
            }
        }
    }

    private ChatSender.Step step(List<Message<String>> waiting) {
        List<ChatSender.Received> readable = new ArrayList<>();
        for (Message<String> message : waiting) {
            ChatSender.Received received = read(message);
            if (received == null) {
                break;
            }
            readable.add(received);
        }
        return readable.isEmpty() ? unreadable(waiting.getFirst()) : delivery.first(readable);
    }

    private static ChatSender.@Nullable Received read(Message<String> message) {
        try {
            return new ChatSender.Received(
                    JsonMapper.shared().readValue(message.getPayload(), OutgoingMessage.class),
                    Instant.ofEpochMilli(number(message, SQS_SENT_TIMESTAMP)),
                    Math.toIntExact(number(message, SQS_APPROXIMATE_RECEIVE_COUNT)),
                    message.getHeaders().get(Traces.TRACEPARENT, String.class));
        } catch (JacksonException e) {
            return null;
        }
    }

    private static long number(Message<String> message, String header) {
        return Long.parseLong(Objects.toString(message.getHeaders().get(header), "1"));
    }

    /**
     * Written by another version of the bot, or by a stranger. It waits for somebody who can read it, for a minute; but then an apology
     * takes its place, because it would hold its chat for hours.
     */
    private ChatSender.Step unreadable(Message<String> message) {
        int deliveries = Math.toIntExact(number(message, SQS_APPROXIMATE_RECEIVE_COUNT));
        Object id = message.getHeaders().getId();
        if (deliveries < MOST_UNREADABLE) {
            log.warn("A message of the outbox is not readable and waits for who can: {}", id);
            return ChatSender.Step.later(Backoff.OUTBOX.after(deliveries));
        }
        log.error("A message of the outbox is not readable and replaced by an apology: {}", id);
        outbox.put(
                new OutgoingMessage(
                        Objects.toString(message.getHeaders().get(SQS_MESSAGE_GROUP_ID_HEADER)),
                        null,
                        "unreadable " + id,
                        OutgoingMessage.Text.of(Language.ENGLISH.say("something-went-wrong"))));
        return ChatSender.Step.done(1);
    }

    /**
     * The first of them comes back last: until it does, its group is blocked, so that they come together again and not one by one, as
     * each one's time is up.
     */
    private static void hide(List<Message<String>> waiting, Duration rest) {
        Duration longest = rest.compareTo(LONGEST_REST) > 0 ? LONGEST_REST : rest;
        int seconds = Math.toIntExact(Math.max(0, longest.plusMillis(999).toSeconds()));
        if (waiting.size() > 1) {
            hide(waiting.subList(1, waiting.size()), Math.max(0, seconds - 1));
        }
        hide(waiting.subList(0, 1), seconds);
    }

    private static void hide(List<Message<String>> waiting, int seconds) {
        Object visibility = waiting.getFirst().getHeaders().get(SQS_VISIBILITY_TIMEOUT_HEADER);
        if (visibility instanceof QueueMessageVisibility ofOne) {
            ofOne.toBatchVisibility(List.copyOf(waiting)).changeTo(seconds);
        }
    }
}
