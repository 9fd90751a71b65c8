package dev.polybot.bot.rest;

import dev.polybot.bot.predictions.JobQueue;
import dev.polybot.bot.storage.PictureStore;
import dev.polybot.bot.storage.Sha256;
import dev.polybot.model.detection.DetectionOptions;
import dev.polybot.model.message.IdentifyJob;
import dev.polybot.model.storage.ObjectKeys;
import dev.polybot.observability.Traces;

import io.opentelemetry.api.trace.SpanKind;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.function.Supplier;

/**
 * Accepts pictures over REST. A picture's submission is remembered first, then come its original and its job. With an
 * idempotency key the prediction's id follows from the key, so that a request that is sent again, to whatever process,
 * finds the submission and finishes what the first attempt left open; without one every request is new.
 */
final class PictureIntake {

    private final Submissions submissions;
    private final PictureStore pictures;
    private final JobQueue jobs;
    private final Clock clock;
    private final Supplier<String> ids;

    /**
     * @param ids names that nobody can guess
     */
    PictureIntake(
            Submissions submissions,
            PictureStore pictures,
            JobQueue jobs,
            Clock clock,
            Supplier<String> ids) {
        this.submissions = submissions;
        this.pictures = pictures;
        this.jobs = jobs;
        this.clock = clock;
        this.ids = ids;
    }

    /** Returns when the pictures and their jobs are durable. */
    List<Submission> accept(
            String owner, List<Upload> uploads, DetectionOptions options, @Nullable String key)
            throws IOException {
        List<Submission> accepted = new ArrayList<>();
        for (int i = 0; i < uploads.size(); i++) {
            Upload upload = uploads.get(i);
            String id = key == null ? ids.get() : id(owner, key, i);
            // Nobody else ever comes with an id that was just made.
            String request = key == null ? id : request(upload, options, uploads.size());
            // A trace for each picture: of a request with several, none is the others'.
            try (var _ =
                    uploads.size() == 1
                            ? Traces.begin("take picture", SpanKind.INTERNAL)
                            : Traces.beginTrace("take picture", SpanKind.SERVER)) {
                Traces.prediction(id);
                accepted.add(accept(owner, id, upload, options, request, key != null));
            }
        }
        return accepted;
    }

    private static String request(Upload upload, DetectionOptions options, int pictures)
            throws IOException {
        return Sha256.hex(
                String.join(
                        "\n",
                        Sha256.hex(upload.picture().file()),
                        upload.name(),
                        String.valueOf(options.minConfidence()),
                        String.join(",", new TreeSet<>(options.classes())),
                        String.valueOf(pictures)));
    }

    private Submission accept(
            String owner,
            String id,
            Upload upload,
            DetectionOptions options,
            String request,
            boolean repeatable) {
        Submission submission =
                new Submission(
                        id,
                        owner,
                        upload.name(),
                        ObjectKeys.imageName(owner, id, upload.extension()),
                        clock.instant().truncatedTo(ChronoUnit.MILLIS),
                        request,
                        Submission.State.ACCEPTED);
        Submission known = submissions.putIfAbsent(submission);
        if (known == null) {
            enqueue(submission, upload, options, repeatable);
            return submission;
        }
        if (known.state() == Submission.State.DELETED) {
            throw ProblemException.of(
                    ProblemKind.KEY_REUSED,
                    "What came with this Idempotency-Key has been deleted. Use a new one.");
        }
        if (!known.request().equals(request)) {
            throw ProblemException.of(
                    ProblemKind.KEY_REUSED,
                    "This Idempotency-Key came with another picture or other options before. Use a"
                            + " new one.");
        }
        if (known.state() != Submission.State.QUEUED) {
            enqueue(known, upload, options, repeatable);
        }
        return known;
    }

    private void enqueue(
            Submission submission, Upload upload, DetectionOptions options, boolean repeatable) {
        pictures.putOriginal(submission.imgName(), upload.extension(), upload.picture().file());
        jobs.send(
                new IdentifyJob(
                        submission.owner(),
                        submission.imgName(),
                        submission.id(),
                        null,
                        options,
                        submission.submittedAt(),
                        submission.name()));
        if (repeatable) {
            submissions.queued(submission.id());
        }
    }

    private static String id(String owner, String key, int index) {
        return Sha256.hex(String.join("\n", "rest", owner, key, String.valueOf(index)))
                .substring(0, 32);
    }
}
