package dev.polybot.bot.rest;

import dev.polybot.bot.storage.PredictionStore;
import dev.polybot.model.detection.DetectionOptions;
import dev.polybot.model.prediction.Prediction;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.constraints.Pattern;

import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestAttribute;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/**
 * The resource {@code /api/v1/predictions}: submits pictures and returns predictions. While one waits, their files are gone
 * from here: they lie in S3.
 */
@RestController
@RequestMapping(PredictionsController.PATH)
class PredictionsController {

    static final String PATH = "/api/v1/predictions";

    private static final int DEFAULT_LIMIT = 20;
    private static final String NO_STORE = "no-store";

    private final Supplier<List<String>> known;
    private final PredictionStore predictions;
    private final UploadReader uploads;
    private final PictureIntake intake;
    private final CallerPredictions callerPredictions;
    private final WaitLimiter waiting;

    PredictionsController(
            RestConfiguration.Dependencies parts,
            UploadReader uploads,
            PictureIntake intake,
            CallerPredictions callerPredictions,
            WaitLimiter waiting) {
        this.known = parts.classes();
        this.predictions = parts.predictions();
        this.uploads = uploads;
        this.intake = intake;
        this.callerPredictions = callerPredictions;
        this.waiting = waiting;
    }

    @PostMapping
    ResponseEntity<Object> submit(
            HttpServletRequest request,
            @RequestAttribute(Caller.ATTRIBUTE) Caller caller,
            @RequestParam(required = false) @Nullable String name,
            @RequestParam(required = false)
                    @Pattern(
                            regexp = "0?\\.\\d{0,20}[1-9]\\d{0,20}|1(\\.0{0,20})?",
                            message = "\"confidence\" is over 0 and at most 1, such as 0.4.")
                    @Nullable String confidence,
            @RequestParam(required = false) @Nullable String classes,
            @RequestHeader(name = "Idempotency-Key", required = false)
                    @Pattern(
                            regexp = "[\\x21-\\x7e]{1,255}",
                            message = "An Idempotency-Key has 1 to 255 visible ASCII characters.")
                    @Nullable String idempotencyKey,
            @RequestHeader HttpHeaders headers)
            throws IOException {
        WaitPreference patience = WaitPreference.of(headers.getOrEmpty("Prefer"));
        DetectionOptions options =
                new DetectionOptions(
                        confidence == null ? null : Double.valueOf(confidence),
                        ClassesParameter.of(classes, known.get()));
        List<PredictionView> views = new ArrayList<>();
        try (Uploads pictures = uploads.read(request, caller, name)) {
            intake.accept(caller.chatId(), pictures.pictures(), options, idempotencyKey)
                    .forEach(submission -> views.add(PredictionView.of(submission)));
        }
        boolean waited = !patience.isNone() && await(views, patience.time());
        boolean ended = views.stream().allMatch(PredictionView::ended);
        var response =
                ResponseEntity.status(ended ? HttpStatus.OK : HttpStatus.ACCEPTED)
                        .header("Cache-Control", NO_STORE);
        if (waited) {
            response.header("Preference-Applied", patience.applied());
        }
        if (views.size() > 1) {
            return response.body(Map.of("predictions", views));
        }
        return response.header("Location", views.getFirst().links().self()).body(views.getFirst());
    }

    @GetMapping
    ResponseEntity<Object> list(
            @RequestAttribute(Caller.ATTRIBUTE) Caller caller,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(required = false)
                    @Pattern(regexp = "[1-9]\\d?|100", message = "\"limit\" is 1 to 100.")
                    @Nullable String limit) {
        PredictionStore.Page page =
                predictions.ofChat(
                        caller.chatId(),
                        cursor == null ? null : PaginationCursor.read(cursor),
                        false,
                        limit == null ? DEFAULT_LIMIT : Integer.parseInt(limit));
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("predictions", page.predictions().stream().map(PredictionView::of).toList());
        PredictionStore.Place last = page.last();
        if (last != null) {
            body.put("cursor", PaginationCursor.write(last));
        }
        return ResponseEntity.ok().header("Cache-Control", NO_STORE).body(body);
    }

    @GetMapping("/{id}")
    ResponseEntity<PredictionView> one(
            @RequestAttribute(Caller.ATTRIBUTE) Caller caller, @PathVariable String id) {
        return ResponseEntity.ok()
                .header("Cache-Control", NO_STORE)
                .body(PredictionView.of(callerPredictions.find(caller.chatId(), id)));
    }

    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void delete(@RequestAttribute(Caller.ATTRIBUTE) Caller caller, @PathVariable String id) {
        callerPredictions.delete(caller.chatId(), id);
    }

    /** Puts results in the place of what is waited for; no place left to wait at is no reason to refuse. */
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
