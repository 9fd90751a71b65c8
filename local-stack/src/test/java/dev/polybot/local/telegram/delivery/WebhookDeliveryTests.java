package dev.polybot.local.telegram.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.sun.net.httpserver.HttpServer;

import dev.polybot.local.json.Json;
import dev.polybot.local.telegram.state.TelegramState;
import dev.polybot.local.telegram.state.Webhook;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import tools.jackson.databind.JsonNode;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;

class WebhookDeliveryTests {

    private static final Backoff QUICK = new Backoff(Duration.ofMillis(5), Duration.ofMillis(20));

    @TempDir private Path folder;
    private final List<String> received = new CopyOnWriteArrayList<>();
    private final Set<String> secrets = ConcurrentHashMap.newKeySet();
    private final Map<String, AtomicInteger> failures = new ConcurrentHashMap<>();
    private TelegramState state;
    private HttpServer bot;
    private WebhookDelivery delivery;

    @BeforeEach
    void startBot() throws IOException {
        state = TelegramState.in(folder);
        bot = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        bot.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        bot.createContext(
                "/hook",
                exchange -> {
                    JsonNode update =
                            Json.read(new String(exchange.getRequestBody().readAllBytes()));
                    String text = update.path("message").path("text").asString();
                    secrets.add(
                            exchange.getRequestHeaders().getFirst(WebhookDelivery.SECRET_HEADER));
                    boolean fails =
                            failures.getOrDefault(text, new AtomicInteger()).getAndDecrement() > 0;
                    if (!fails) {
                        received.add(text);
                    }
                    exchange.sendResponseHeaders(fails ? 500 : 200, -1);
                    exchange.close();
                });
        bot.start();
        delivery = new WebhookDelivery(state.updates(), QUICK);
    }

    @AfterEach
    void stopAll() throws IOException {
        delivery.close();
        bot.stop(0);
        state.close();
    }

    @Test
    void updatesOfAChatArriveInOrderWithTheSecret() {
        setWebhook();
        for (int i = 0; i < 50; i++) {
            say(1, "m" + i);
        }

        await().until(() -> received.size() == 50);
        assertThat(received).isEqualTo(IntStream.range(0, 50).mapToObj(i -> "m" + i).toList());
        assertThat(secrets).containsExactly("the-secret");
    }

    @Test
    void anUpdateIsRepeatedUntilItIsTakenAndNothingOvertakesIt() {
        failures.put("a", new AtomicInteger(3));
        setWebhook();
        say(1, "a");
        say(1, "b");

        await().until(() -> received.size() == 2);
        assertThat(received).containsExactly("a", "b");
        await().until(() -> state.updates().pendingCount() == 0);
    }

    @Test
    void aChatWhoseUpdateIsRefusedDoesNotHoldUpTheOthers() {
        failures.put("stuck", new AtomicInteger(Integer.MAX_VALUE));
        setWebhook();
        say(1, "stuck");
        say(2, "through");

        await().until(() -> received.contains("through"));
        await().until(() -> state.updates().pendingCount() == 1);
    }

    @Test
    void whereOrderIsNotKeptOneUpdateDoesNotHoldUpTheOthersOfItsChat() {
        failures.put("stuck", new AtomicInteger(Integer.MAX_VALUE));
        state.updates().keepOrder(false);
        setWebhook();
        say(1, "stuck");
        say(1, "through");

        await().until(() -> received.equals(List.of("through")));
    }

    @Test
    void whatWasSaidBeforeTheWebhookIsDeliveredLater() {
        say(1, "early");
        setWebhook();

        await().until(() -> received.equals(List.of("early")));
    }

    @Test
    void whatTheBotHasNotTakenIsDeliveredAfterARestart() throws IOException {
        say(1, "kept");
        stopState();
        setWebhook();

        await().until(() -> received.equals(List.of("kept")));
    }

    @Test
    void thePauseGrowsToItsLongest() {
        Backoff backoff = new Backoff(Duration.ofMillis(500), Duration.ofSeconds(30));

        assertThat(List.of(backoff.after(1), backoff.after(2), backoff.after(3), backoff.after(60)))
                .containsExactly(
                        Duration.ofMillis(500),
                        Duration.ofSeconds(1),
                        Duration.ofSeconds(2),
                        Duration.ofSeconds(30));
    }

    private void stopState() throws IOException {
        delivery.close();
        state.close();
        state = TelegramState.in(folder);
        delivery = new WebhookDelivery(state.updates(), QUICK);
    }

    private void setWebhook() {
        URI url = URI.create("http://127.0.0.1:" + bot.getAddress().getPort() + "/hook");
        state.updates().setWebhook(new Webhook(url, "the-secret", 40, Set.of()), false);
    }

    private void say(long chat, String text) {
        state.updates().add(chat, "message", Json.object().put("text", text));
    }
}
