package dev.polybot.bot.rest;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.polybot.bot.waiting.PlaceInQueue;
import dev.polybot.model.prediction.Prediction;

import jakarta.servlet.http.HttpServletResponse;

import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestAttribute;

import java.io.IOException;
import java.time.Duration;
import java.util.OptionalInt;
import java.util.function.Supplier;

/**
 * Streams a prediction's progress to a browser (server-sent events): the state at once, with its place in the queue, that
 * place as it comes nearer to the front, and the end when it comes. After ten minutes the stream ends; browsers then ask
 * again by themselves. A stream is a virtual thread that sleeps.
 */
@Controller
class EventsController {

    private static final Duration HEARTBEAT = Duration.ofSeconds(10);
    private static final int HEARTBEATS = 60;
    private static final int RETRY_MILLIS = 2000;

    private final CallerPredictions callerPredictions;
    private final WaitLimiter waiting;
    private final Supplier<OptionalInt> depth;

    EventsController(
            CallerPredictions callerPredictions,
            WaitLimiter waiting,
            RestConfiguration.Dependencies parts) {
        this.depth = parts.depth();
        this.callerPredictions = callerPredictions;
        this.waiting = waiting;
    }

    @GetMapping(PredictionsController.PATH + "/{id}/events")
    void events(
            @RequestAttribute(Caller.ATTRIBUTE) Caller caller,
            @PathVariable String id,
            HttpServletResponse response)
            throws IOException {
        PredictionView view = PredictionView.of(callerPredictions.find(caller.chatId(), id));
        try (WaitLimiter.Place place =
                waiting.enterOrRefuse("Ask for the prediction itself instead.")) {
            response.setContentType("text/event-stream;charset=UTF-8");
            response.setHeader("Cache-Control", "no-store");
            response.setHeader("X-Accel-Buffering", "no");
            tell(response, view, place);
        }
    }

    private void tell(HttpServletResponse response, PredictionView view, WaitLimiter.Place place)
            throws IOException {
        PlaceInQueue told = inQueue(view, PlaceInQueue.UNKNOWN);
        write(response, "retry: " + RETRY_MILLIS + "\n" + event(view.at(told)));
        boolean ended = view.ended();
        for (int beat = 0; beat < HEARTBEATS && !ended && !place.isOver(); beat++) {
            Prediction prediction = place.await(view.id(), HEARTBEAT);
            ended = prediction != null;
            PlaceInQueue now = inQueue(view, told);
            if (prediction != null) {
                write(response, event(PredictionView.of(prediction)));
            } else {
                write(response, now.isNewsAfter(told) ? event(view.at(now)) : ": waiting\n\n");
            }
            told = now.isNewsAfter(told) ? now : told;
        }
    }

    private PlaceInQueue inQueue(PredictionView view, PlaceInQueue before) {
        return view.ended() ? before : before.among(depth.get());
    }

    private String event(PredictionView view) {
        return "event: prediction\ndata: "
                + RestConfiguration.JSON.writeValueAsString(view)
                + "\n\n";
    }

    private static void write(HttpServletResponse response, String text) throws IOException {
        response.getOutputStream().write(text.getBytes(UTF_8));
        response.flushBuffer();
    }
}
