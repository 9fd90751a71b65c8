package dev.polybot.bot.rest;

import dev.polybot.model.detection.DetectionOptions;
import dev.polybot.model.detection.Label;
import dev.polybot.model.prediction.Prediction;

import jakarta.servlet.http.HttpServletRequest;

import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestAttribute;
import org.springframework.web.bind.annotation.RestController;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Endpoints compatible with a former service's load generators: one picture in a form, the result in the response. */
@RestController
class CompatController {

    private final UploadReader uploads;
    private final PictureIntake intake;
    private final WaitLimiter waiting;
    private final RestSettings settings;

    CompatController(
            UploadReader uploads,
            PictureIntake intake,
            WaitLimiter waiting,
            RestConfiguration.Dependencies parts) {
        this.uploads = uploads;
        this.intake = intake;
        this.waiting = waiting;
        this.settings = parts.settings();
    }

    /** {@code <name without extension>:<result>}. */
    @PostMapping("/")
    ResponseEntity<String> text(
            HttpServletRequest request, @RequestAttribute(Caller.ATTRIBUTE) Caller caller)
            throws IOException {
        Recognised recognised = recognise(request, caller);
        String name = recognised.name();
        int dot = name.lastIndexOf('.');
        return ResponseEntity.ok()
                .header("Content-Type", "text/plain;charset=UTF-8")
                .body((dot > 0 ? name.substring(0, dot) : name) + ":" + recognised.result());
    }

    /** {@code {"<file name>": "<result>"}}. */
    @PostMapping({"/recognize_image", "/recognize_image/"})
    Map<String, String> json(
            HttpServletRequest request, @RequestAttribute(Caller.ATTRIBUTE) Caller caller)
            throws IOException {
        Recognised recognised = recognise(request, caller);
        return Map.of(recognised.name(), recognised.result());
    }

    private record Recognised(String name, String result) {}

    private Recognised recognise(HttpServletRequest request, Caller caller) throws IOException {
        try (WaitLimiter.Place place = waiting.enterOrRefuse("Try again in a moment.")) {
            Submission submission = accept(request, caller);
            Prediction prediction = place.await(submission.id(), settings.limits().compatWait());
            if (prediction == null) {
                throw ProblemException.of(
                        ProblemKind.TOO_LATE,
                        "The picture is stored but nobody has looked at it yet. Its result will be at "
                                + PredictionsController.PATH
                                + '/'
                                + submission.id()
                                + ".");
            }
            var failure = prediction.failure();
            if (failure != null) {
                throw ProblemException.of(ProblemKind.PICTURE_UNUSABLE, failure.sentence());
            }
            return new Recognised(submission.name(), result(prediction.labels()));
        }
    }

    private Submission accept(HttpServletRequest request, Caller caller) throws IOException {
        try (Uploads pictures = uploads.read(request, caller, null)) {
            if (pictures.pictures().size() != 1) {
                throw ProblemException.of(
                        ProblemKind.UNPROCESSABLE, "Send one picture at a time here.");
            }
            return intake.accept(
                            caller.chatId(), pictures.pictures(), DetectionOptions.DEFAULT, null)
                    .getFirst();
        }
    }

    private String result(List<Label> labels) {
        if (labels.isEmpty()) {
            return "nothing";
        }
        return switch (settings.compatResult()) {
            case TOP -> labels.getFirst().className();
            case ALL ->
                    labels.stream()
                            .map(Label::className)
                            .distinct()
                            .collect(Collectors.joining(","));
        };
    }
}
