package dev.polybot.endtoend.chaos;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Supplier;

/** Between Telegram and the bots: tells each update three times, to one bot and the other, some of them at the same moment. */
final class Threefold implements AutoCloseable {

    private static final int TIMES = 3;
    private static final int LATEST_MILLIS = 1500;
    private static final String SECRET = "X-Telegram-Bot-Api-Secret-Token";

    private final Supplier<List<URI>> bots;
    private final HttpServer server;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final HttpClient http =
            HttpClient.newBuilder()
                    .version(HttpClient.Version.HTTP_1_1)
                    .proxy(HttpClient.Builder.NO_PROXY)
                    .build();

    Threefold(Supplier<List<URI>> bots) throws IOException {
        this.bots = bots;
        this.server =
                HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(threads);
        server.createContext("/", this::pass);
        server.start();
    }

    String address() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    private void pass(HttpExchange exchange) throws IOException {
        try (exchange) {
            byte[] update = exchange.getRequestBody().readAllBytes();
            List<Future<Integer>> told = new ArrayList<>();
            for (int i = 0; i < TIMES; i++) {
                URI bot = bots.get().get(i % bots.get().size());
                told.add(threads.submit(() -> tell(exchange, bot, update)));
            }
            int worst = 200;
            for (Future<Integer> status : told) {
                worst = Math.max(worst, resultOf(status));
            }
            exchange.sendResponseHeaders(worst, -1);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static int resultOf(Future<Integer> status) throws InterruptedException {
        try {
            return status.get();
        } catch (java.util.concurrent.ExecutionException e) {
            return 502;
        }
    }

    private int tell(HttpExchange exchange, URI bot, byte[] update)
            throws IOException, InterruptedException {
        // Half of them at once, the others later than what may have come behind them.
        int wait = ThreadLocalRandom.current().nextInt(-LATEST_MILLIS, LATEST_MILLIS);
        Thread.sleep(Math.max(0, wait));
        HttpRequest request =
                HttpRequest.newBuilder(bot.resolve(exchange.getRequestURI()))
                        .header("Content-Type", "application/json")
                        .header(
                                SECRET,
                                Objects.requireNonNullElse(
                                        exchange.getRequestHeaders().getFirst(SECRET), ""))
                        .POST(BodyPublishers.ofByteArray(update))
                        .build();
        return http.send(request, BodyHandlers.discarding()).statusCode();
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
        http.shutdownNow();
    }
}
