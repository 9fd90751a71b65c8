package dev.polybot.bot.outbox;

import dev.polybot.bot.settings.Backoff;
import dev.polybot.bot.settings.Sleeper;
import dev.polybot.bot.storage.Lease;
import dev.polybot.bot.storage.LeaseAttempt;
import dev.polybot.bot.storage.LeaseLostException;
import dev.polybot.bot.storage.Leases;
import dev.polybot.bot.storage.TransientFailures;
import dev.polybot.bot.telegram.TelegramException;
import dev.polybot.observability.ExceptionSummary;
import dev.polybot.observability.PolybotMetric;
import dev.polybot.observability.Traces;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * Sends the messages that wait for one chat, one by one: waits for the rate limits, takes the lease, sends, and notes that
 * it was sent. Where many photos wait that answer nothing in particular, up to ten go as an album.
 */
@Component
class ChatSender {

    /** A message on which the bot itself stumbles is not tried for ever. */
    static final int MAX_ATTEMPTS = 5;

    /** So many photos may go one by one after a quiet time; where more wait they go together. */
    private static final int MOST_ALONE = 3;

    /** Telegram makes no larger albums. */
    private static final int MAX_ALBUM = 10;

    private static final Duration LOST = Duration.ofSeconds(2);

    private static final Logger log = LoggerFactory.getLogger(ChatSender.class);

    private final List<Delivery> deliveries;
    private final Leases leases;
    private final RateLimits limits;
    private final OutgoingContentSender sender;
    private final Outbox outbox;
    private final Clock clock;
    private final Sleeper sleeper;

    ChatSender(
            List<Delivery> deliveries,
            Leases leases,
            RateLimits limits,
            OutgoingContentSender sender,
            Outbox outbox,
            Clock clock,
            Sleeper sleeper) {
        this.deliveries = List.copyOf(deliveries);
        this.leases = leases;
        this.limits = limits;
        this.sender = sender;
        this.outbox = outbox;
        this.clock = clock;
        this.sleeper = sleeper;
    }

    /**
     * A message as it came out of the queue.
     *
     * @param putAt when it was put into the outbox
     * @param deliveries how often it has come out, this time included; waiting for its chat counts too
     * @param traceparent the trace that it belongs to; null for one of its own
     */
    record Received(
            OutgoingMessage message, Instant putAt, int deliveries, @Nullable String traceparent) {

        Received(OutgoingMessage message, Instant putAt, int deliveries) {
            this(message, putAt, deliveries, null);
        }
    }

    /**
     * What became of the first of a chat's messages.
     *
     * @param settled how many of them, from the first on, need nothing more
     * @param rest how long the others have to rest; null when they may go on
     */
    record Step(int settled, @Nullable Duration rest) {

        static Step done(int settled) {
            return new Step(settled, null);
        }

        static Step later(Duration rest) {
            return new Step(0, rest);
        }
    }

    /**
     * Deals with the first of a chat's messages, or with the first few together. Never waits for the chat: that is for the queue to
     * do.
     *
     * @param waiting those that are there, in their order; at least one
     */
    Step first(List<Received> waiting) {
        Received first = waiting.getFirst();
        try {
            return goneSince(first) ? settleUnsent(first) : permitted(waiting);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Step.later(Duration.ZERO);
        } catch (RuntimeException e) {
            return failed(first, e);
        }
    }

    private Step permitted(List<Received> waiting) throws InterruptedException {
        OutgoingMessage first = waiting.getFirst().message();
        int together = together(waiting);
        int messages = together > 1 ? together : first.content().messages();
        switch (limits.book(first.chatId(), messages)) {
            case RateLimits.SendPermit.Denied(Duration retryIn) -> {
                PolybotMetric.LIMIT_WAIT.record(retryIn, "chat");
                return Step.later(retryIn);
            }
            case RateLimits.SendPermit.Granted(Duration delay) -> {
                if (delay.isPositive()) {
                    PolybotMetric.LIMIT_WAIT.record(delay, "bot");
                }
                sleeper.sleep(delay);
            }
        }
        List<HeldMessage> held = new ArrayList<>();
        try {
            for (Received received : waiting.subList(0, together)) {
                LeaseAttempt attempt = take(received.message());
                if (attempt instanceof LeaseAttempt.Taken(Lease lease, var item)) {
                    held.add(new HeldMessage(received, delivery(received.message()), lease, item));
                } else if (held.isEmpty()) {
                    return notTaken(attempt);
                } else {
                    break;
                }
            }
            return send(held, waiting.getFirst());
        } finally {
            held.forEach(one -> one.lease().close());
        }
    }

    /** Another instance sends it, or has sent it. */
    private Step notTaken(LeaseAttempt attempt) {
        return attempt instanceof LeaseAttempt.HeldElsewhere(Instant until)
                ? Step.later(Duration.between(clock.instant(), until))
                : Step.done(1);
    }

    private LeaseAttempt take(OutgoingMessage message) {
        return leases.take(delivery(message).lease(message));
    }

    private Delivery delivery(OutgoingMessage message) {
        return deliveries.stream()
                .filter(delivery -> delivery.takes(message.content()))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("nobody delivers this"));
    }

    /** How many of the first messages are photos to show together; 1 when the first goes alone. */
    private static int together(List<Received> waiting) {
        int photos =
                (int)
                        waiting.stream()
                                .limit(MAX_ALBUM)
                                .takeWhile(received -> joins(received.message()))
                                .count();
        return photos > MOST_ALONE ? photos : 1;
    }

    /** An answer to somebody's message keeps that message above it, and its own buttons below. */
    private static boolean joins(OutgoingMessage message) {
        return message.replyTo() == null
                && message.content() instanceof OutgoingMessage.Answer answer
                && answer.photo();
    }

    private Step send(List<HeldMessage> held, Received first) {
        try (var _ = Traces.process("outbox", first.traceparent(), first.putAt())) {
            first.message().content().prediction().ifPresent(Traces::prediction);
            return handOver(held, first);
        }
    }

    private Step handOver(List<HeldMessage> held, Received first) {
        try {
            List<Integer> sent = hand(held);
            boolean alone = held.size() == 1;
            for (int i = 0; i < held.size(); i++) {
                held.get(i).note(alone ? sent : sent.stream().skip(i).limit(1).toList());
            }
            return Step.done(held.size());
        } catch (TelegramException.Refused e) {
            if (e.movedTo() != null) {
                return follow(held, e.movedTo());
            }
            log.info("{} can not be said: {}", first.message().cause(), e.getMessage());
            if (e.becauseOfTheChat()) {
                limits.noteGone(first.message().chatId());
            }
            held.forEach(HeldMessage::undeliverable);
            Traces.failed("undeliverable");
            held.forEach(one -> PolybotMetric.REPLIES.count("undeliverable"));
            return Step.done(held.size());
        } catch (LeaseLostException e) {
            log.warn("{} was taken over by another instance", first.message().cause());
            return Step.later(LOST);
        } catch (TelegramException.Unavailable e) {
            giveBack(held, false);
            Duration wanted = e.retryAfter();
            if (wanted != null) {
                PolybotMetric.LIMIT_WAIT.record(wanted, "telegram");
                limits.noteRetryAfter(first.message().chatId(), wanted);
                return Step.later(wanted);
            }
            return failed(first, e);
        } catch (RuntimeException e) {
            boolean counts =
                    !(e instanceof TelegramException.TokenRejected)
                            && !TransientFailures.isTransient(e);
            giveBack(held, counts);
            return failed(first, e);
        }
    }

    private void giveBack(List<HeldMessage> held, boolean counts) {
        held.forEach(one -> one.lease().giveBack(clock.instant(), counts));
    }

    /** A group that became a supergroup has another number: what waits for the old one goes to the new. */
    private Step follow(List<HeldMessage> held, long chat) {
        giveBack(held, false);
        held.forEach(one -> outbox.put(one.message().movedTo(chat)));
        return Step.done(held.size());
    }

    /** Hands them to Telegram; returns the numbers of the messages that they became. */
    private List<Integer> hand(List<HeldMessage> held) {
        long began = System.nanoTime();
        List<Integer> sent = handed(held);
        Duration took = Duration.ofNanos(System.nanoTime() - began);
        for (int i = 0; i < held.size(); i++) {
            held.get(i).observe(took, clock.instant(), i > 0);
        }
        return sent;
    }

    private List<Integer> handed(List<HeldMessage> held) {
        OutgoingMessage first = held.getFirst().message();
        if (held.size() > 1) {
            List<Integer> sent =
                    sender.sendTogether(
                            first.chatId(),
                            first.replyTo(),
                            held.stream().map(HeldMessage::render).toList(),
                            () -> held.forEach(one -> one.lease().requireHeld()));
            leave(held, sent == null ? 1 : sent.size());
            if (sent != null) {
                return sent;
            }
        }
        HeldMessage one = held.getFirst();
        OutgoingContentSender.Sent sent =
                sender.send(
                        first.chatId(), first.replyTo(), one.render(), one.lease()::requireHeld);
        if (sent.rest() != null) {
            outbox.put(first.followedBy(sent.rest()));
        }
        return sent.messages();
    }

    /** All but the first few are for another time. */
    private void leave(List<HeldMessage> held, int count) {
        List<HeldMessage> others = held.subList(count, held.size());
        giveBack(others, false);
        others.clear();
    }

    private boolean goneSince(Received received) {
        return received.putAt().isBefore(limits.goneAt(received.message().chatId()));
    }

    /** Telegram has said that the bot can say nothing here, after this was meant to be said. */
    private Step settleUnsent(Received received) {
        OutgoingMessage message = received.message();
        if (take(message) instanceof LeaseAttempt.Taken(Lease lease, var _)) {
            delivery(message).undeliverable(message, lease);
        }
        return Step.done(1);
    }

    private static Step failed(Received received, RuntimeException cause) {
        Duration wait = Backoff.OUTBOX.after(received.deliveries());
        PolybotMetric.REPLIES.count("retried");
        Traces.failed("retried");
        log.warn(
                "{} was not said at delivery {}, next in {} s: {}",
                received.message().cause(),
                received.deliveries(),
                wait.toSeconds(),
                ExceptionSummary.of(cause));
        return Step.later(wait);
    }
}
