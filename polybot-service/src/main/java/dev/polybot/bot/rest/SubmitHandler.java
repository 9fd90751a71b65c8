package dev.polybot.bot.rest;

import dev.polybot.model.detection.DetectionOptions;
import dev.polybot.model.prediction.Prediction;

import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.servlet.function.ServerRequest;
import org.springframework.web.servlet.function.ServerResponse;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Takes pictures in. When this waits, their files are gone from here: the pictures lie in S3. */
final class SubmitHandler {

    private final UploadReader uploads;
    private final PictureArchive archive;
    private final WaitLimiter waiting;

    SubmitHandler(UploadReader uploads, PictureArchive archive, WaitLimiter waiting) {
        this.uploads = uploads;
        this.archive = archive;
        this.waiting = waiting;
    }

    ServerResponse submit(ServerRequest request) throws IOException {
        WaitPreference patience = WaitPreference.of(request);
        List<Submission> accepted = accept(request);
        List<PredictionView> views = new ArrayList<>();
        accepted.forEach(submission -> views.add(PredictionView.of(submission)));
        boolean waited = !patience.isNone() && await(views, patience.time());
        boolean ended = views.stream().allMatch(PredictionView::ended);
        ServerResponse.BodyBuilder response =
                ServerResponse.status(ended ? HttpStatus.OK : HttpStatus.ACCEPTED)
                        .contentType(MediaType.APPLICATION_JSON)
                        .header("Cache-Control", "no-store");
        if (waited) {
            response.header("Preference-Applied", patience.applied());
        }
        if (views.size() > 1) {
            return response.body(Map.of("predictions", views));
        }
        return response.header("Location", views.getFirst().links().self()).body(views.getFirst());
    }

    private List<Submission> accept(ServerRequest request) throws IOException {
        Caller caller = Caller.of(request.servletRequest());
        DetectionOptions options = Options.of(request);
        IdempotencyKey key = IdempotencyKey.of(request.headers().firstHeader("Idempotency-Key"));
        try (Uploads pictures =
                uploads.read(
                        request.servletRequest(), Query.of(request).get("name").orElse(null))) {
            return archive.intake().accept(caller.chatId(), pictures.pictures(), options, key);
        }
    }

    /** Puts results in the place of what is waited for; a full waiting room is no reason to refuse. */
    private boolean await(List<PredictionView> views, Duration patience) {
        WaitLimiter.Place place = waiting.enter();
        if (place == null) {
            return false;
        }
        try (place) {
            long end = System.nanoTime() + patience.toNanos();
            for (int i = 0; i < views.size(); i++) {
                Duration left = Duration.ofNanos(Math.max(0, end - System.nanoTime()));
                Prediction prediction = place.await(views.get(i).id(), left);
                if (prediction != null) {
                    views.set(i, PredictionView.of(prediction));
                }
            }
        }
        return true;
    }
}
