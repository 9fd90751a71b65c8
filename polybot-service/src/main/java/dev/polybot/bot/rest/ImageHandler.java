package dev.polybot.bot.rest;

import dev.polybot.bot.pictures.PictureStore;
import dev.polybot.bot.pictures.TemporaryPicture;
import dev.polybot.model.prediction.Prediction;
import dev.polybot.model.storage.ObjectKeys;

import org.springframework.web.servlet.function.ServerRequest;
import org.springframework.web.servlet.function.ServerResponse;

import software.amazon.awssdk.awscore.exception.AwsServiceException;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.function.BiPredicate;

/** Gives pictures back: as they came, or with what was found drawn on them. */
final class ImageHandler {

    private static final int FORBIDDEN = 403;

    private final PictureRecords records;
    private final PictureStore pictures;
    private final ObjectKeys keys;

    ImageHandler(PictureRecords records, PictureStore pictures, ObjectKeys keys) {
        this.records = records;
        this.pictures = pictures;
        this.keys = keys;
    }

    ServerResponse image(ServerRequest request) {
        String variant = Query.of(request).get("variant").orElse("annotated");
        Progress progress =
                records.find(
                        Caller.of(request.servletRequest()).chatId(), request.pathVariable("id"));
        return switch (variant) {
            case "annotated" -> annotated(progress);
            case "original" -> original(progress);
            default ->
                    throw Problem.of(
                                    ProblemKind.UNPROCESSABLE,
                                    "\"variant\" is annotated or original.")
                            .asException();
        };
    }

    private ServerResponse annotated(Progress progress) {
        return switch (progress) {
            case Progress.Queued _ ->
                    throw Problem.of(
                                    ProblemKind.NOT_FINISHED,
                                    "Nobody has looked at the picture yet. Ask again in a moment.")
                            .retryAfter(Duration.ofSeconds(1))
                            .asException();
            case Progress.Ended(Prediction prediction) -> {
                String key = prediction.predictedImgPath();
                if (key == null) {
                    throw gone();
                }
                yield response(key, pictures::fetchAnnotated);
            }
        };
    }

    private ServerResponse original(Progress progress) {
        String key =
                switch (progress) {
                    case Progress.Queued(Submission submission) ->
                            keys.original(submission.imgName());
                    case Progress.Ended(Prediction prediction) -> prediction.originalImgPath();
                };
        return response(key, pictures::fetchOriginal);
    }

    /** A picture is only ever shown: whatever it holds, no browser runs it. */
    private static ServerResponse response(String key, BiPredicate<String, Path> fetch) {
        TemporaryPicture file = TemporaryPicture.create();
        try {
            if (!fetch.test(key, file.file())) {
                throw gone();
            }
        } catch (RuntimeException e) {
            file.close();
            // Whoever may not list a bucket is told of a missing object as of a forbidden one.
            throw e instanceof AwsServiceException aws && aws.statusCode() == FORBIDDEN
                    ? gone()
                    : e;
        }
        return ServerResponse.ok()
                .header("Content-Type", type(key))
                .header("Content-Length", Long.toString(file.size()))
                .header("Content-Security-Policy", "default-src 'none'; sandbox")
                .header("Cache-Control", "private, max-age=3600, immutable")
                .build(
                        (_, response) -> {
                            try (file) {
                                Files.copy(file.file(), response.getOutputStream());
                            }
                            return null;
                        });
    }

    private static String type(String key) {
        return switch (key.substring(key.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT)) {
            case "png" -> "image/png";
            case "gif" -> "image/gif";
            case "webp" -> "image/webp";
            case "bmp" -> "image/bmp";
            default -> "image/jpeg";
        };
    }

    private static ProblemException gone() {
        return Problem.of(
                        ProblemKind.NOT_FOUND,
                        "There is no such picture: it could not be looked at, or its time here is over.")
                .asException();
    }
}
