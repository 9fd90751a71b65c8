package dev.polybot.local.predict;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/** A REST tier that finds a dog and a quoted "cat, small" in everything, unless a picture's bytes say otherwise. */
public final class FakeTier implements AutoCloseable {

    final List<String> asked = new CopyOnWriteArrayList<>();
    final AtomicInteger refusals = new AtomicInteger();
    volatile byte[] annotated = "boxes".getBytes(UTF_8);
    private final HttpServer server;

    public FakeTier() {
        try {
            server =
                    HttpServer.create(
                            new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext(
                "/api/v1/classes", e -> answer(e, 200, "{\"classes\":[\"cat\",\"dog\"]}"));
        server.createContext("/api/v1/predictions", this::prediction);
        server.createContext("/image", e -> answer(e, 200, annotated));
        server.start();
    }

    public URI address() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    private void prediction(HttpExchange exchange) throws IOException {
        String body = new String(exchange.getRequestBody().readAllBytes(), UTF_8);
        String path = exchange.getRequestURI().getPath();
        asked.add(exchange.getRequestURI().getRawQuery());
        if (refusals.getAndDecrement() > 0) {
            exchange.getResponseHeaders().add("Retry-After", "0");
            answer(exchange, 429, "{\"title\":\"Too much at once\"}");
        } else if (body.equals("broken")) {
            answer(exchange, 422, "{\"title\":\"x\",\"detail\":\"This picture is damaged.\"}");
        } else if (body.equals("queued") || path.endsWith("/queued")) {
            answer(
                    exchange,
                    202,
                    "{\"id\":\"a\",\"status\":\"queued\",\"links\":{\"self\":\"/api/v1/predictions/queued\"}}");
        } else if (body.equals("failed")) {
            answer(
                    exchange,
                    200,
                    "{\"status\":\"failed\",\"failure\":{\"code\":\"GAVE_UP\",\"message\":\"I gave up.\"}}");
        } else {
            answer(exchange, 200, FOUND);
        }
    }

    private static final String FOUND =
            """
            {"id":"a","status":"succeeded","picture":{"width":200,"height":100},
             "summary":"I found 1 dog, 1 cat.","timings":{"inference":7},
             "model":{"name":"m","version":"1"},
             "labels":[
               {"class":"dog","confidence":0.9,"box":{"x":10,"y":20,"width":40,"height":30},
                "normalised":{"cx":0.15,"cy":0.35,"width":0.2,"height":0.3}},
               {"class":"cat, \\"small\\"","confidence":0.5,"box":{"x":0,"y":0,"width":200,"height":100},
                "normalised":{"cx":0.5,"cy":0.5,"width":1,"height":1}}],
             "links":{"self":"/api/v1/predictions/a","original":"/image","annotated":"/image","events":"/e"}}""";

    private static void answer(HttpExchange exchange, int status, String body) throws IOException {
        answer(exchange, status, body.getBytes(UTF_8));
    }

    private static void answer(HttpExchange exchange, int status, byte[] bytes) throws IOException {
        try (exchange) {
            exchange.sendResponseHeaders(status, bytes.length);
            exchange.getResponseBody().write(bytes);
        }
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
