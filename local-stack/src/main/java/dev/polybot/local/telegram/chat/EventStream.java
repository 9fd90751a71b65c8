package dev.polybot.local.telegram.chat;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;

import dev.polybot.local.json.Json;
import dev.polybot.local.telegram.state.Events;

import java.io.IOException;
import java.io.OutputStream;
import java.time.Duration;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;

/** What happens in a chat, as server-sent events, until the watcher goes away. */
final class EventStream {

    private static final Duration HEARTBEAT = Duration.ofSeconds(10);

    private final Events events;

    EventStream(Events events) {
        this.events = events;
    }

    void serve(HttpExchange exchange, long chat) throws IOException, InterruptedException {
        BlockingQueue<Events.Event> queue = events.watch(chat);
        try {
            exchange.getResponseHeaders().set("Content-Type", "text/event-stream");
            exchange.getResponseHeaders().set("Cache-Control", "no-store");
            exchange.sendResponseHeaders(200, 0);
            OutputStream out = exchange.getResponseBody();
            write(out, "retry: 1000\nevent: hello\ndata: {}\n\n");
            while (true) {
                Events.Event event = queue.poll(HEARTBEAT.toMillis(), TimeUnit.MILLISECONDS);
                write(out, event == null ? ": still here\n\n" : text(event));
            }
        } finally {
            events.unwatch(chat, queue);
        }
    }

    private static String text(Events.Event event) {
        return "event: " + event.kind() + "\ndata: " + Json.write(event.value()) + "\n\n";
    }

    private static void write(OutputStream out, String text) throws IOException {
        out.write(text.getBytes(UTF_8));
        out.flush();
    }
}
