package dev.polybot.local.live;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;

import dev.polybot.local.stack.LocalStack;
import dev.polybot.local.telegram.http.Answers;
import dev.polybot.local.telegram.http.HostHeaderFilter;
import dev.polybot.local.telegram.http.Refusal;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * The page at which a running system is seen, on loopback alone and for its own pages alone. It takes the services' spans
 * itself (OTLP over HTTP, {@code POST /v1/traces}), so that nothing else need run.
 */
public final class LiveServer implements AutoCloseable {

    private static final int LARGEST_EXPORT = 4 * 1024 * 1024;
    private static final int TRACES = 1000;

    private static final String SCRIPT = "text/javascript; charset=utf-8";

    private static final Map<String, String> FILES =
            Map.of(
                    "index.html", "text/html; charset=utf-8",
                    "live.css", "text/css; charset=utf-8",
                    "live.js", SCRIPT,
                    "api.js", SCRIPT,
                    "dom.js", SCRIPT,
                    "sections.js", SCRIPT,
                    "sheets.js", SCRIPT,
                    "graph.js", SCRIPT,
                    "plots.js", SCRIPT,
                    "icon.svg", "image/svg+xml");

    private static final String CONTENT_POLICY =
            "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self';"
                    + " connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors"
                    + " 'none'";

    private final TraceStore traces = new TraceStore(TRACES);
    private final HttpServer server;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private volatile @Nullable LiveApi api;

    private LiveServer(int port) throws IOException {
        server =
                HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
        server.createContext("/", this::handle).getFilters().add(new HostHeaderFilter(null));
        server.setExecutor(threads);
        server.start();
    }

    /**
     * Starts it; it takes spans from now on.
     *
     * @param port 0 for any that is free
     */
    public static LiveServer start(int port) throws IOException {
        return new LiveServer(port);
    }

    public URI address() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    /** From now on this system is shown. */
    public void show(LocalStack stack) {
        api = new LiveApi(stack, traces);
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
        LiveApi shown = api;
        if (shown != null) {
            shown.close();
        }
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            try {
                answer(exchange, exchange.getRequestURI().getPath());
            } catch (Refusal refusal) {
                Answers.json(exchange, refusal.status(), Answers.error(refusal));
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private void answer(HttpExchange exchange, String path)
            throws IOException, InterruptedException {
        if (path.equals("/v1/traces")) {
            take(exchange);
        } else if (path.startsWith("/api/")) {
            LiveApi shown = api;
            if (shown == null) {
                throw new Refusal(503, "The system is still starting");
            }
            shown.answer(exchange, path.substring("/api/".length()));
        } else {
            file(exchange, path.equals("/") ? "index.html" : path.substring(1));
        }
    }

    private void take(HttpExchange exchange) throws IOException {
        if (!exchange.getRequestMethod().equals("POST")) {
            throw new Refusal(405, "Spans are posted");
        }
        byte[] body = exchange.getRequestBody().readNBytes(LARGEST_EXPORT + 1);
        if (body.length > LARGEST_EXPORT) {
            throw new Refusal(413, "Too many spans at once");
        }
        try {
            traces.add(OtlpReader.read(body));
        } catch (IllegalArgumentException | ArithmeticException e) {
            throw new Refusal(400, "These are no spans: " + e.getMessage());
        }
        Answers.bytes(exchange, 200, "application/x-protobuf", new byte[0]);
    }

    private static void file(HttpExchange exchange, String name) throws IOException {
        String type = FILES.get(name);
        String folder = name.equals("icon.svg") ? "page/" : "live/";
        try (InputStream in =
                type == null
                        ? null
                        : LiveServer.class.getResourceAsStream(
                                "/dev/polybot/local/" + folder + name)) {
            if (type == null || in == null) {
                throw new Refusal(404, "Not Found");
            }
            exchange.getResponseHeaders().set("Content-Security-Policy", CONTENT_POLICY);
            exchange.getResponseHeaders().set("X-Content-Type-Options", "nosniff");
            exchange.getResponseHeaders().set("Referrer-Policy", "no-referrer");
            exchange.getResponseHeaders().set("Cache-Control", "no-cache");
            Answers.bytes(exchange, 200, type, in.readAllBytes());
        }
    }

    static byte[] utf8(String text) {
        return text.getBytes(UTF_8);
    }
}
