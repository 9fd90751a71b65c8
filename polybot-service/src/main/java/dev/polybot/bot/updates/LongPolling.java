package dev.polybot.bot.updates;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;

import dev.polybot.bot.conversation.Incoming;
import dev.polybot.bot.settings.Backoff;
import dev.polybot.bot.settings.Sleeper;
import dev.polybot.bot.telegram.TelegramException;
import dev.polybot.bot.telegram.UpdateSource;
import dev.polybot.observability.ExceptionSummary;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import tools.jackson.databind.JsonNode;

import java.time.Duration;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * Receives updates by long polling. Asking for the next one tells Telegram to forget those before it, so that happens only
 * when their effects are durable. The chats of one answer are served side by side, each in its order, so that a busy one
 * does not hold up the others; an update that is told again because of one before it is known to be done.
 */
final class LongPolling {

    private static final Logger log = LoggerFactory.getLogger(LongPolling.class);

    /** As many as Telegram calls a webhook with. */
    private static final int CHATS_AT_ONCE = 40;

    private final UpdateSource source;
    private final UpdateHandler updates;
    private final Sleeper pause;
    private int failures;

    private long offset;
    private volatile boolean running = true;

    LongPolling(UpdateSource source, UpdateHandler updates, Sleeper pause) {
        this.source = source;
        this.updates = updates;
        this.pause = pause;
    }

    /** Runs until it is stopped. */
    void run() throws InterruptedException {
        while (running) {
            try {
                List<IncomingUpdate> batch =
                        source.await(offset).stream().map(LongPolling::read).toList();
                if (running && !batch.isEmpty()) {
                    act(batch);
                }
            } catch (TelegramException e) {
                if (running) {
                    Duration retryAfter =
                            e instanceof TelegramException.Unavailable unavailable
                                    ? unavailable.retryAfter()
                                    : null;
                    Duration wait = Backoff.CALLS.after(++failures, retryAfter);
                    log.warn(
                            "No updates, next attempt in {} s: {}",
                            wait.toSeconds(),
                            ExceptionSummary.of(e));
                    pause.sleep(wait);
                }
            }
        }
    }

    /** Lets the updates in progress finish and takes no others. */
    void stop() {
        running = false;
        source.stop();
    }

    /**
     * The first update of a chat that is not dealt with.
     *
     * @param after not before this time is over; null when any time will do
     */
    private record Left(long id, @Nullable Duration after) {}

    private void act(List<IncomingUpdate> batch) throws InterruptedException {
        Collection<List<IncomingUpdate>> chats =
                batch.stream()
                        .collect(groupingBy(LongPolling::chat, LinkedHashMap::new, toList()))
                        .values();
        List<Left> left = inParallel(chats);
        if (left.isEmpty()) {
            offset = batch.getLast().id() + 1;
            failures = 0;
            return;
        }
        Left first = left.getFirst();
        offset = first.id();
        if (running) {
            pause.sleep(Backoff.CALLS.after(++failures, first.after()));
        }
    }

    private List<Left> inParallel(Collection<List<IncomingUpdate>> chats)
            throws InterruptedException {
        try (ExecutorService threads =
                Executors.newFixedThreadPool(
                        CHATS_AT_ONCE, Thread.ofVirtual().name("chat-", 0).factory())) {
            List<Future<@Nullable Left>> results =
                    threads.invokeAll(chats.stream().map(this::serving).toList());
            return results.stream()
                    .map(LongPolling::result)
                    .filter(Objects::nonNull)
                    .sorted(Comparator.comparingLong(Left::id))
                    .toList();
        }
    }

    private Callable<@Nullable Left> serving(List<IncomingUpdate> chat) {
        return () -> {
            for (IncomingUpdate update : chat) {
                if (!running) {
                    return new Left(update.id(), null);
                }
                if (updates.handle(update) instanceof UpdateHandler.Result.Repeat(Duration after)) {
                    return new Left(update.id(), after);
                }
            }
            return null;
        };
    }

    private static @Nullable Left result(Future<@Nullable Left> future) {
        try {
            return future.get();
        } catch (ExecutionException e) {
            throw e.getCause() instanceof RuntimeException cause
                    ? cause
                    : new IllegalStateException(e.getCause());
        } catch (InterruptedException e) {
            throw new IllegalStateException("A finished task was waited for", e);
        }
    }

    private static long chat(IncomingUpdate update) {
        Incoming incoming = update.incoming();
        return incoming == null ? 0 : incoming.chatId();
    }

    private static IncomingUpdate read(JsonNode document) {
        IncomingUpdate update = UpdateParser.read(document);
        if (update == null) {
            throw new TelegramException.Unavailable(
                    "Telegram sent an update without a number", null);
        }
        return update;
    }
}
