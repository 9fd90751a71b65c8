package dev.polybot.local.balancing;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;

import dev.polybot.local.telegram.http.HostHeaderFilter;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * One loopback address for several instances of a service, which take requests in turn. An instance that refuses connections
 * is passed over; one that dies with a request in its hands has the caller answered 502, as AWS's load balancer does, because
 * nobody can know how much of it was done.
 */
public final class RoundRobin implements AutoCloseable {

    private static final Duration CONNECT_LIMIT = Duration.ofSeconds(5);

    private final RoundRobinCursor cursor;
    private final HttpServer server;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final HttpClient http =
            HttpClient.newBuilder()
                    .version(HttpClient.Version.HTTP_1_1)
                    .proxy(HttpClient.Builder.NO_PROXY)
                    .connectTimeout(CONNECT_LIMIT)
                    .followRedirects(HttpClient.Redirect.NEVER)
                    .build();

    private RoundRobin(RoundRobinCursor cursor, HttpServer server) {
        this.cursor = cursor;
        this.server = server;
    }

    /**
     * Starts it on any free port.
     *
     * @param instances at least one; they need not be running
     */
    public static RoundRobin before(List<URI> instances) throws IOException {
        HttpServer server =
                HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        RoundRobin balancer = new RoundRobin(new RoundRobinCursor(instances), server);
        server.createContext("/", balancer::handle).getFilters().add(new HostHeaderFilter(null));
        server.setExecutor(balancer.threads);
        server.start();
        return balancer;
    }

    public URI address() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
        http.shutdownNow();
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            ProxiedRequest request = ProxiedRequest.read(exchange);
            if (request == null) {
                exchange.sendResponseHeaders(413, -1);
                return;
            }
            forward(exchange, request);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void forward(HttpExchange exchange, ProxiedRequest request)
            throws IOException, InterruptedException {
        for (URI instance : cursor.take()) {
            try {
                passBack(exchange, http.send(request.to(instance), BodyHandlers.ofInputStream()));
                return;
            } catch (ConnectException notThere) {
                // It has seen nothing of the request: the next one may have it.
            } catch (IOException diedOverIt) {
                exchange.sendResponseHeaders(502, -1);
                return;
            }
        }
        exchange.sendResponseHeaders(503, -1);
    }

    /** Passes an answer on as it comes, so that a stream of events stays one. */
    private static void passBack(HttpExchange exchange, HttpResponse<InputStream> answer)
            throws IOException {
        try (InputStream body = answer.body()) {
            ProxiedRequest.headers(answer.headers().map(), exchange.getResponseHeaders()::add);
            byte[] buffer = new byte[16 * 1024];
            int read = body.read(buffer);
            exchange.sendResponseHeaders(answer.statusCode(), read < 0 ? -1 : 0);
            OutputStream out = exchange.getResponseBody();
            while (read >= 0) {
                out.write(buffer, 0, read);
                out.flush();
                read = body.read(buffer);
            }
        }
    }
}
