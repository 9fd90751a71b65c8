package dev.polybot.endtoend.calls;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Function;
import java.util.function.Supplier;

/** Passes requests on to an emulator and lets somebody listen, who may also say what becomes of them. */
public final class Forwarder implements AutoCloseable {

    private static final int LATEST_COPY_MILLIS = 3000;

    /** What belongs to one connection, and what the client sets by itself. */
    private static final Set<String> NOT_PASSED_ON =
            Set.of(
                    "connection",
                    "content-length",
                    "expect",
                    "host",
                    "transfer-encoding",
                    "upgrade");

    private final HttpServer server;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final HttpClient client =
            HttpClient.newBuilder()
                    .version(HttpClient.Version.HTTP_1_1)
                    .proxy(HttpClient.Builder.NO_PROXY)
                    .build();
    private final Supplier<URI> target;
    private final Function<OverheardRequest, Fate> listener;

    /**
     * Opens it on a free port of the loopback.
     *
     * @param target asked at each request: the emulator may start later than this
     * @param listener hears each request once and says what becomes of it
     */
    public Forwarder(Supplier<URI> target, Function<OverheardRequest, Fate> listener)
            throws IOException {
        this.target = target;
        this.listener = listener;
        this.server =
                HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(threads);
        server.createContext("/", this::passOn);
        server.start();
    }

    /** The IP rather than a name: the SDK's path style follows from it. */
    public String address() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    private void passOn(HttpExchange exchange) throws IOException {
        try (exchange) {
            OverheardRequest request =
                    new OverheardRequest(
                            exchange.getRequestMethod(),
                            exchange.getRequestURI(),
                            exchange.getRequestHeaders(),
                            exchange.getRequestBody().readAllBytes());
            Fate fate = listener.apply(request);
            Thread.sleep(fate.delay());
            switch (fate.end()) {
                case CUT_BEFORE -> {
                    // Nothing is answered: closing the exchange closes the connection.
                }
                case REFUSED -> exchange.sendResponseHeaders(503, -1);
                case CUT_AFTER ->
                        client.send(copyOf(request), BodyHandlers.ofInputStream()).body().close();
                case ANSWERED -> answer(exchange, request);
            }
            for (int copy = 0; copy < fate.copies(); copy++) {
                threads.execute(() -> sendLater(request));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void answer(HttpExchange exchange, OverheardRequest request)
            throws IOException, InterruptedException {
        HttpResponse<InputStream> response =
                client.send(copyOf(request), BodyHandlers.ofInputStream());
        try (InputStream body = response.body()) {
            answer(exchange, response, body);
        }
    }

    private void sendLater(OverheardRequest request) {
        try {
            Thread.sleep(ThreadLocalRandom.current().nextInt(LATEST_COPY_MILLIS));
            client.send(copyOf(request), BodyHandlers.discarding());
        } catch (IOException | InterruptedException e) {
            // A copy that does not arrive is none.
        }
    }

    private HttpRequest copyOf(OverheardRequest request) {
        URI uri = target.get().resolve(request.uri().toString());
        HttpRequest.Builder copy =
                HttpRequest.newBuilder(uri)
                        .method(
                                request.method(),
                                request.body().length == 0
                                        ? BodyPublishers.noBody()
                                        : BodyPublishers.ofByteArray(request.body()));
        request.headers()
                .forEach(
                        (name, values) -> {
                            if (isPassedOn(name)) {
                                values.forEach(value -> copy.header(name, value));
                            }
                        });
        return copy.build();
    }

    private static void answer(
            HttpExchange exchange, HttpResponse<InputStream> response, InputStream body)
            throws IOException {
        response.headers()
                .map()
                .forEach(
                        (name, values) -> {
                            if (isPassedOn(name)) {
                                exchange.getResponseHeaders().put(name, values);
                            }
                        });
        if (exchange.getRequestMethod().equals("HEAD")) {
            response.headers()
                    .firstValue("content-length")
                    .ifPresent(
                            length -> exchange.getResponseHeaders().set("Content-Length", length));
            exchange.sendResponseHeaders(response.statusCode(), -1);
            return;
        }
        byte[] content = body.readAllBytes();
        exchange.sendResponseHeaders(
                response.statusCode(), content.length == 0 ? -1 : content.length);
        try (OutputStream out = exchange.getResponseBody()) {
            out.write(content);
        }
    }

    private static boolean isPassedOn(String header) {
        return !NOT_PASSED_ON.contains(header.toLowerCase(Locale.ROOT));
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
        client.shutdownNow();
    }
}
