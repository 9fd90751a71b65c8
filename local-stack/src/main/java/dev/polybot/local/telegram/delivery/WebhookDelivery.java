package dev.polybot.local.telegram.delivery;

import dev.polybot.local.json.Json;
import dev.polybot.local.telegram.state.Updates;
import dev.polybot.local.telegram.state.Webhook;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * Pushes updates to the bot's webhook: several chats at a time, each chat's in order, each again and again until it is
 * answered 2xx.
 */
public final class WebhookDelivery implements AutoCloseable {

    /** The header in which Telegram proves itself. */
    public static final String SECRET_HEADER = "X-Telegram-Bot-Api-Secret-Token";

    private static final Duration CONNECT_LIMIT = Duration.ofSeconds(5);
    private static final Duration ANSWER_LIMIT = Duration.ofSeconds(60);

    private final Updates updates;
    private final Backoff backoff;
    private final HttpClient http =
            HttpClient.newBuilder()
                    .version(HttpClient.Version.HTTP_1_1)
                    .connectTimeout(CONNECT_LIMIT)
                    .proxy(HttpClient.Builder.NO_PROXY)
                    .build();
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

    /** The lanes that a thread is serving right now: chats, or single updates when order is not kept. */
    private final Set<Long> served = new HashSet<>();

    public WebhookDelivery(Updates updates, Backoff backoff) {
        this.updates = updates;
        this.backoff = backoff;
        updates.onChange(this::serveWaitingLanes);
        serveWaitingLanes();
    }

    private synchronized void serveWaitingLanes() {
        Webhook webhook = updates.webhook();
        if (webhook.url() == null || threads.isShutdown()) {
            return;
        }
        for (long lane : updates.lanesWaiting()) {
            if (served.size() < webhook.maxConnections() && served.add(lane)) {
                threads.execute(() -> serve(lane));
            }
        }
    }

    private void serve(long lane) {
        try {
            int failures = 0;
            Optional<Updates.Pending> next = updates.oldestOn(lane);
            while (next.isPresent() && updates.webhook().url() != null) {
                Updates.Pending update = next.get();
                if (isAccepted(update)) {
                    updates.delivered(update.id());
                    failures = 0;
                } else {
                    Thread.sleep(backoff.after(++failures));
                }
                next = updates.oldestOn(lane);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            synchronized (this) {
                served.remove(lane);
            }
            serveWaitingLanes();
        }
    }

    private boolean isAccepted(Updates.Pending update) throws InterruptedException {
        Webhook webhook = updates.webhook();
        URI url = webhook.url();
        if (url == null) {
            return false;
        }
        try {
            int status =
                    http.send(request(url, webhook.secret(), update), BodyHandlers.discarding())
                            .statusCode();
            return status >= 200 && status < 300;
        } catch (IOException unreachable) {
            return false;
        }
    }

    private static HttpRequest request(URI url, @Nullable String secret, Updates.Pending update) {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(url)
                        .timeout(ANSWER_LIMIT)
                        .header("Content-Type", "application/json")
                        .POST(BodyPublishers.ofString(Json.write(update.update())));
        if (secret != null) {
            request.header(SECRET_HEADER, secret);
        }
        return request.build();
    }

    @Override
    public void close() {
        threads.shutdownNow();
        http.shutdownNow();
    }
}
