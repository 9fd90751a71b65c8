package dev.polybot.bot.rest;

import dev.polybot.bot.rest.CallerPredictions.Progress;
import dev.polybot.bot.storage.PictureStore;
import dev.polybot.bot.storage.TemporaryPicture;
import dev.polybot.model.prediction.Prediction;
import dev.polybot.model.storage.ObjectKeys;

import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.constraints.Pattern;

import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.MediaTypeFactory;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestAttribute;
import org.springframework.web.bind.annotation.RequestParam;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.BiPredicate;

/** Serves pictures: as they came, or with what was found drawn on them. */
@Controller
class ImageController {

    private final CallerPredictions callerPredictions;
    private final PictureStore pictures;
    private final ObjectKeys keys;

    ImageController(CallerPredictions callerPredictions, RestConfiguration.Dependencies parts) {
        this.callerPredictions = callerPredictions;
        this.pictures = parts.pictures();
        this.keys = parts.objectKeys();
    }

    @GetMapping(PredictionsController.PATH + "/{id}/image")
    void image(
            @RequestAttribute(Caller.ATTRIBUTE) Caller caller,
            @PathVariable String id,
            @RequestParam(required = false)
                    @Pattern(
                            regexp = "annotated|original",
                            message = "\"variant\" is annotated or original.")
                    @Nullable String variant,
            HttpServletResponse response)
            throws IOException {
        Progress progress = callerPredictions.find(caller.chatId(), id);
        if ("original".equals(variant)) {
            send(original(progress), pictures::fetchOriginal, response);
        } else {
            send(annotated(progress), pictures::fetchAnnotated, response);
        }
    }

    private static String annotated(Progress progress) {
        return switch (progress) {
            case Progress.Queued _ -> throw CallerPredictions.notFinished();
            case Progress.Ended(Prediction prediction) -> {
                String key = prediction.predictedImgPath();
                if (key == null) {
                    throw gone();
                }
                yield key;
            }
        };
    }

    private String original(Progress progress) {
        return switch (progress) {
            case Progress.Queued(Submission submission) -> keys.original(submission.imgName());
            case Progress.Ended(Prediction prediction) -> prediction.originalImgPath();
        };
    }

    /** A picture is only ever shown: whatever it holds, no browser runs it. */
    private static void send(
            String key, BiPredicate<String, Path> fetch, HttpServletResponse response)
            throws IOException {
        try (TemporaryPicture file = TemporaryPicture.create()) {
            if (!fetch.test(key, file.file())) {
                throw gone();
            }
            response.setContentType(
                    MediaTypeFactory.getMediaType(key).orElse(MediaType.IMAGE_JPEG).toString());
            response.setContentLengthLong(file.size());
            response.setHeader("Content-Security-Policy", "default-src 'none'; sandbox");
            response.setHeader("Cache-Control", "private, max-age=3600, immutable");
            Files.copy(file.file(), response.getOutputStream());
        }
    }

    private static ProblemException gone() {
        return ProblemException.of(
                ProblemKind.NOT_FOUND,
                "There is no such picture: it could not be looked at, or its time here is over.");
    }
}
