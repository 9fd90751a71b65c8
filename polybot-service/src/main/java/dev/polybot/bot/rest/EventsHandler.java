package dev.polybot.bot.rest;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.polybot.model.prediction.Prediction;

import jakarta.servlet.http.HttpServletResponse;

import org.springframework.web.servlet.function.ServerRequest;
import org.springframework.web.servlet.function.ServerResponse;

import tools.jackson.databind.json.JsonMapper;

import java.io.IOException;
import java.time.Duration;

/**
 * Tells a browser of a picture's progress as it happens (server-sent events): the state at once, and the end when it comes.
 * After ten minutes the stream ends; browsers then ask again by themselves.
 */
final class EventsHandler {

    private static final Duration HEARTBEAT = Duration.ofSeconds(10);
    private static final int HEARTBEATS = 60;
    private static final int RETRY_MILLIS = 2000;

    private final PictureRecords records;
    private final WaitLimiter waiting;
    private final JsonMapper json;

    EventsHandler(PictureRecords records, WaitLimiter waiting, JsonMapper json) {
        this.records = records;
        this.waiting = waiting;
        this.json = json;
    }

    ServerResponse events(ServerRequest request) {
        String id = request.pathVariable("id");
        PredictionView view =
                PredictionView.of(records.find(Caller.of(request.servletRequest()).chatId(), id));
        WaitLimiter.Place place = waiting.enter();
        if (place == null) {
            throw Problem.of(
                            ProblemKind.TOO_MANY,
                            "Too many are waiting right now. Ask for the prediction itself instead.")
                    .retryAfter(Duration.ofSeconds(5))
                    .asException();
        }
        return ServerResponse.ok()
                .header("Content-Type", "text/event-stream;charset=UTF-8")
                .header("Cache-Control", "no-store")
                .header("X-Accel-Buffering", "no")
                .build(
                        (_, response) -> {
                            try (place) {
                                tell(response, view, place);
                            }
                            return null;
                        });
    }

    private void tell(HttpServletResponse response, PredictionView view, WaitLimiter.Place place)
            throws IOException {
        write(response, "retry: " + RETRY_MILLIS + "\n" + event(view));
        boolean ended = view.ended();
        for (int beat = 0; beat < HEARTBEATS && !ended && !place.isOver(); beat++) {
            Prediction prediction = place.await(view.id(), HEARTBEAT);
            ended = prediction != null;
            write(
                    response,
                    prediction == null ? ": waiting\n\n" : event(PredictionView.of(prediction)));
        }
    }

    private String event(PredictionView view) {
        return "event: prediction\ndata: " + json.writeValueAsString(view) + "\n\n";
    }

    private static void write(HttpServletResponse response, String text) throws IOException {
        response.getOutputStream().write(text.getBytes(UTF_8));
        response.flushBuffer();
    }
}
