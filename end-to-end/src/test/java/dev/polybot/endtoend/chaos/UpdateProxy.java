package dev.polybot.endtoend.chaos;

import static java.nio.charset.StandardCharsets.UTF_8;

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
import java.util.Random;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import java.util.regex.Pattern;

/** Between Telegram and the bots: tells more than there is to tell. */
final class UpdateProxy implements AutoCloseable {

    /** What comes to the bots. */
    enum Told {
        /** Each update, straight from Telegram. */
        ONCE,
        /** Each update three times, to one bot and the other, some of them at the same moment. */
        THREEFOLD,
        /** Each update, and behind it many that are like it, of other chats, and spoilt. */
        WITH_SPOILT
    }

    private static final int TIMES = 3;
    private static final int SPOILT = 20;
    private static final int REPEATS = 10;
    private static final long REPEAT_MILLIS = 5000;

    /** Of updates and chats that no person has. */
    private static final long FIRST_SPOILT = 880_000_000;

    private static final Pattern NUMBER = Pattern.compile("7300\\d{5}");
    private static final Pattern UPDATE = Pattern.compile("\"update_id\"\\s*:\\s*\\d+");
    private static final int LATEST_MILLIS = 1500;
    private static final String SECRET = "X-Telegram-Bot-Api-Secret-Token";

    private final Supplier<List<URI>> bots;
    private final Told told;
    private final Random random;
    private final AtomicLong spoilt = new AtomicLong();
    private final List<String> failures = new CopyOnWriteArrayList<>();
    private final HttpServer server;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final HttpClient http =
            HttpClient.newBuilder()
                    .version(HttpClient.Version.HTTP_1_1)
                    .proxy(HttpClient.Builder.NO_PROXY)
                    .build();

    /** Of those bots; it is there before they are. */
    UpdateProxy(Supplier<List<URI>> bots, Told told, Random random) throws IOException {
        this.bots = bots;
        this.told = told;
        this.random = random;
        this.server =
                HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(threads);
        server.createContext("/", this::pass);
        server.start();
    }

    String address() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    /** How many spoilt updates were told. */
    long spoilt() {
        return spoilt.get();
    }

    /** The spoilt updates that a bot failed at, with its status. */
    List<String> failures() {
        return failures;
    }

    private void pass(HttpExchange exchange) throws IOException {
        try (exchange) {
            byte[] update = exchange.getRequestBody().readAllBytes();
            exchange.sendResponseHeaders(
                    told == Told.WITH_SPOILT
                            ? tellWithSpoilt(exchange, update)
                            : tellThreefold(exchange, update),
                    -1);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private int tellThreefold(HttpExchange exchange, byte[] update) throws InterruptedException {
        List<Future<Integer>> told = new ArrayList<>();
        for (int i = 0; i < TIMES; i++) {
            URI bot = bots.get().get(i % bots.get().size());
            told.add(
                    threads.submit(
                            () -> {
                                // Half of them at once, the others later than what may have come
                                // behind them.
                                int wait =
                                        ThreadLocalRandom.current()
                                                .nextInt(-LATEST_MILLIS, LATEST_MILLIS);
                                Thread.sleep(Math.max(0, wait));
                                return tell(exchange, bot, update);
                            }));
        }
        int worst = 200;
        for (Future<Integer> status : told) {
            worst = Math.max(worst, resultOf(status));
        }
        return worst;
    }

    private int tellWithSpoilt(HttpExchange exchange, byte[] update)
            throws IOException, InterruptedException {
        List<URI> addresses = bots.get();
        int status = tell(exchange, addresses.getFirst(), update);
        for (int i = 0; i < SPOILT; i++) {
            long number = FIRST_SPOILT + spoilt.getAndIncrement();
            String other =
                    UPDATE.matcher(new String(update, UTF_8))
                            .replaceAll("\"update_id\": " + number);
            byte[] body;
            synchronized (random) {
                body =
                        new SpoiltJson(random)
                                .of(
                                        NUMBER.matcher(other)
                                                .replaceAll(Long.toString(number))
                                                .getBytes(UTF_8));
            }
            int end = tell(exchange, addresses.get(i % addresses.size()), body);
            // As Telegram does: what cannot be done now is told again.
            for (int again = 0; end >= 500 && again < REPEATS; again++) {
                Thread.sleep(REPEAT_MILLIS);
                end = tell(exchange, addresses.get(i % addresses.size()), body);
            }
            if (end >= 500) {
                failures.add(end + " at " + new String(body, UTF_8));
            }
        }
        return status;
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
