package dev.polybot.bot.rest;

import dev.polybot.model.detection.DetectionOptions;
import dev.polybot.model.detection.Label;
import dev.polybot.model.prediction.Prediction;

import org.springframework.http.MediaType;
import org.springframework.web.servlet.function.ServerRequest;
import org.springframework.web.servlet.function.ServerResponse;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Answers workload generators as the service they were written for did: one picture in a form, the result in its answer. */
final class CompatHandler {

    private static final String NOTHING = "nothing";

    private final UploadReader uploads;
    private final PictureArchive archive;
    private final WaitLimiter waiting;
    private final CompatResult told;
    private final Duration patience;

    CompatHandler(
            UploadReader uploads,
            PictureArchive archive,
            WaitLimiter waiting,
            CompatResult told,
            Duration patience) {
        this.uploads = uploads;
        this.archive = archive;
        this.waiting = waiting;
        this.told = told;
        this.patience = patience;
    }

    /** {@code <name without extension>:<result>}. */
    ServerResponse text(ServerRequest request) throws IOException {
        Recognised recognised = recognise(request);
        String name = recognised.name();
        int dot = name.lastIndexOf('.');
        return ServerResponse.ok()
                .contentType(MediaType.parseMediaType("text/plain;charset=UTF-8"))
                .body((dot > 0 ? name.substring(0, dot) : name) + ":" + recognised.result());
    }

    /** {@code {"<file name>": "<result>"}}. */
    ServerResponse json(ServerRequest request) throws IOException {
        Recognised recognised = recognise(request);
        return ServerResponse.ok()
                .contentType(MediaType.APPLICATION_JSON)
                .body(Map.of(recognised.name(), recognised.result()));
    }

    private record Recognised(String name, String result) {}

    private Recognised recognise(ServerRequest request) throws IOException {
        WaitLimiter.Place place = waiting.enter();
        if (place == null) {
            throw Problem.of(
                            ProblemKind.TOO_MANY,
                            "Too many are waiting right now. Try again in a moment.")
                    .retryAfter(Duration.ofSeconds(5))
                    .asException();
        }
        try (place) {
            Submission submission = accept(request);
            Prediction prediction = place.await(submission.id(), patience);
            if (prediction == null) {
                throw Problem.of(
                                ProblemKind.TOO_LATE,
                                "The picture is stored but nobody has looked at it yet. Its result will be at "
                                        + Paths.PREDICTIONS
                                        + '/'
                                        + submission.id()
                                        + ".")
                        .asException();
            }
            var failure = prediction.failure();
            if (failure != null) {
                throw Problem.of(ProblemKind.PICTURE_UNUSABLE, failure.sentence()).asException();
            }
            return new Recognised(submission.name(), result(prediction.labels()));
        }
    }

    private Submission accept(ServerRequest request) throws IOException {
        Caller caller = Caller.of(request.servletRequest());
        try (Uploads pictures = uploads.read(request.servletRequest(), null)) {
            if (pictures.pictures().size() != 1) {
                throw Problem.of(ProblemKind.UNPROCESSABLE, "Send one picture at a time here.")
                        .asException();
            }
            return archive.intake()
                    .accept(caller.chatId(), pictures.pictures(), DetectionOptions.DEFAULT, null)
                    .getFirst();
        }
    }

    private String result(List<Label> labels) {
        if (labels.isEmpty()) {
            return NOTHING;
        }
        return switch (told) {
            case TOP -> labels.getFirst().className();
            case ALL ->
                    labels.stream()
                            .map(Label::className)
                            .distinct()
                            .collect(Collectors.joining(","));
        };
    }
}
