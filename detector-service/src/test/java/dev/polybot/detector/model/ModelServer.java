package dev.polybot.detector.model;

import com.sun.net.httpserver.HttpServer;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/** A web server with a few files, some of which never end. */
final class ModelServer implements AutoCloseable {

    final AtomicInteger requests = new AtomicInteger();

    private final Map<String, byte[]> files = new ConcurrentHashMap<>();
    private final CountDownLatch closed = new CountDownLatch(1);
    private final HttpServer server;

    ModelServer() {
        try {
            server =
                    HttpServer.create(
                            new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext(
                "/",
                exchange -> {
                    requests.incrementAndGet();
                    byte[] file = files.get(exchange.getRequestURI().getPath());
                    try (exchange) {
                        exchange.sendResponseHeaders(
                                file == null ? 404 : 200, file == null ? -1 : file.length);
                        if (file != null) {
                            exchange.getResponseBody().write(file);
                        }
                    }
                });
        server.createContext("/silent", exchange -> waitUntilClosed());
        server.createContext(
                "/stalls",
                exchange -> {
                    exchange.sendResponseHeaders(200, 1000);
                    exchange.getResponseBody().write(1);
                    exchange.getResponseBody().flush();
                    waitUntilClosed();
                });
        server.createContext(
                "/short",
                exchange -> {
                    exchange.sendResponseHeaders(200, 1000);
                    exchange.getResponseBody().write(new byte[10]);
                    exchange.close();
                });
        server.start();
    }

    URI put(String path, byte[] file) {
        files.put(path, file);
        return uri(path);
    }

    URI uri(String path) {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + path);
    }

    private void waitUntilClosed() {
        try {
            closed.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        closed.countDown();
        server.stop(0);
    }
}
