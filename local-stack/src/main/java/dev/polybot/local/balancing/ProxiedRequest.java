package dev.polybot.local.balancing;

import com.sun.net.httpserver.HttpExchange;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;

/** A request that one instance or another is going to answer. */
record ProxiedRequest(
        String method, String target, Map<String, List<String>> headers, BodyPublisher body) {

    /** More than anything that a bot takes. */
    private static final int MAX_BODY = 64 * 1024 * 1024;

    /** What concerns one connection and not the request: https://www.rfc-editor.org/rfc/rfc9110#section-7.6.1 */
    private static final Set<String> OF_THE_CONNECTION =
            Set.of(
                    "connection",
                    "content-length",
                    "expect",
                    "host",
                    "http2-settings",
                    "keep-alive",
                    "proxy-connection",
                    "te",
                    "trailer",
                    "transfer-encoding",
                    "upgrade");

    /** The request; null when it is too large. */
    static @Nullable ProxiedRequest read(HttpExchange exchange) throws IOException {
        byte[] body = exchange.getRequestBody().readNBytes(MAX_BODY + 1);
        return body.length > MAX_BODY
                ? null
                : new ProxiedRequest(
                        exchange.getRequestMethod(),
                        exchange.getRequestURI().toString(),
                        exchange.getRequestHeaders(),
                        body.length == 0
                                ? BodyPublishers.noBody()
                                : BodyPublishers.ofByteArray(body));
    }

    HttpRequest to(URI instance) {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(instance.resolve(target)).method(method, body);
        headers(headers, request::header);
        return request.build();
    }

    /** Copies the headers that concern more than the connection. */
    static void headers(Map<String, List<String>> from, BiConsumer<String, String> to) {
        from.forEach(
                (name, values) -> {
                    if (!OF_THE_CONNECTION.contains(name.toLowerCase(Locale.ROOT))) {
                        values.forEach(value -> to.accept(name, value));
                    }
                });
    }
}
