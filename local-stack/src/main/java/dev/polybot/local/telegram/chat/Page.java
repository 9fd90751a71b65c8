package dev.polybot.local.telegram.chat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;

import dev.polybot.local.telegram.http.Answers;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.io.InputStream;
import java.util.Map;

/** The chat page: a handful of files, by exact name, and the guide to models that the bot speaks of. */
public final class Page implements HttpHandler {

    private static final String SCRIPT = "text/javascript; charset=utf-8";
    private static final Map<String, String> TYPES =
            Map.of(
                    "index.html", "text/html; charset=utf-8",
                    "chat.css", "text/css; charset=utf-8",
                    "chat.js", SCRIPT,
                    "view.js", SCRIPT,
                    "composer.js", SCRIPT,
                    "photos.js", SCRIPT,
                    "words.js", SCRIPT,
                    "icon.svg", "image/svg+xml",
                    "models.md", "text/plain; charset=utf-8");

    private static final String CONTENT_POLICY =
            "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' blob: data:;"
                    + " connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors"
                    + " 'none'";

    @Override
    public void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            String path = exchange.getRequestURI().getPath().substring(1);
            String name = path.isEmpty() ? "index.html" : path;
            String type = TYPES.get(name);
            byte[] content = type == null ? null : read(name);
            if (type == null || content == null) {
                Answers.json(exchange, 404, Answers.error(404, "Not Found"));
                return;
            }
            exchange.getResponseHeaders().set("Content-Security-Policy", CONTENT_POLICY);
            exchange.getResponseHeaders().set("X-Content-Type-Options", "nosniff");
            exchange.getResponseHeaders().set("Referrer-Policy", "no-referrer");
            exchange.getResponseHeaders().set("Cache-Control", "no-cache");
            Answers.bytes(exchange, 200, type, content);
        }
    }

    private static byte @Nullable [] read(String name) throws IOException {
        try (InputStream in = Page.class.getResourceAsStream("/dev/polybot/local/page/" + name)) {
            return in == null ? null : in.readAllBytes();
        }
    }
}
