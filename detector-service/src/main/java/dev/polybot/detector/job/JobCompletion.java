package dev.polybot.detector.job;

import dev.polybot.detector.inference.ModelFailedException;
import dev.polybot.detector.timing.Stage;
import dev.polybot.detector.timing.Stopwatch;
import dev.polybot.model.message.IdentifyJob;
import dev.polybot.model.message.MessageJson;
import dev.polybot.model.message.ResultMessage;
import dev.polybot.model.prediction.Failure;
import dev.polybot.model.prediction.FailureCode;
import dev.polybot.model.prediction.Prediction;
import dev.polybot.model.prediction.PredictionStatus;
import dev.polybot.model.storage.ObjectKeys;
import dev.polybot.pictures.PictureRejectedException;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.function.Supplier;

/**
 * Completes a job: one prediction kept, its result told. A job that has ended before is not worked on again, only told
 * again, so that a message may come as often as its queue likes. When this returns, everything is durable. Only looking at
 * the picture takes a slot: a job that waits for a network keeps no picture from being computed.
 */
public final class JobCompletion {

    private static final Logger LOG = LoggerFactory.getLogger(JobCompletion.class);

    /** Trying again would fail again, so the person is told at once. */
    private static final Failure MODEL_FAILED =
            new Failure(
                    FailureCode.MODEL_FAILED,
                    "The model could not compute this picture. It is not your fault, and sending it"
                            + " again will not help: the operator finds the reason in the detector's"
                            + " log.");

    /** AWS refuses callers whose clock is further off. */
    private static final Duration LARGEST_SKEW = Duration.ofMinutes(5);

    private final Originals originals;
    private final Examiner examiner;
    private final ResultFiles files;
    private final Predictions predictions;
    private final ResultPublisher results;
    private final StageRecorder recorder;
    private final ObjectKeys keys;
    private final Clock clock;
    private final Supplier<Stopwatch> stopwatches;

    public JobCompletion(
            Originals originals,
            Examiner examiner,
            ResultFiles files,
            Predictions predictions,
            ResultPublisher results,
            StageRecorder recorder,
            ObjectKeys keys,
            Clock clock,
            Supplier<Stopwatch> stopwatches) {
        this.originals = originals;
        this.examiner = examiner;
        this.files = files;
        this.predictions = predictions;
        this.results = results;
        this.recorder = recorder;
        this.keys = keys;
        this.clock = clock;
        this.stopwatches = stopwatches;
    }

    /** The prediction that now stands for the job: this call's or an earlier one's. */
    public Prediction complete(IdentifyJob job, String predictionId, ComputeSlots.Job slot) {
        Prediction prediction =
                predictions.find(predictionId).orElseGet(() -> predict(job, predictionId, slot));
        results.tell(message(prediction));
        return prediction;
    }

    private Prediction predict(IdentifyJob job, String predictionId, ComputeSlots.Job slot) {
        Stopwatch stopwatch = stopwatches.get();
        noteQueueTime(job, stopwatch);
        Prediction prediction;
        try {
            prediction = succeed(job, predictionId, slot, stopwatch);
        } catch (PictureRejectedException rejected) {
            // Work that was given up may still hold the other one.
            stopwatch = stopwatches.get();
            noteQueueTime(job, stopwatch);
            prediction = fail(job, predictionId, rejected.failure(), stopwatch);
        } catch (ModelFailedException failed) {
            LOG.error("Prediction {}: {}", predictionId, failed.getMessage());
            prediction = fail(job, predictionId, MODEL_FAILED, stopwatch);
        }
        recorder.record(stopwatch);
        files.storeDocument(
                keys.resultDocument(job.chatId(), predictionId), MessageJson.write(prediction));
        return predictions.putIfAbsent(prediction)
                ? prediction
                : predictions.find(predictionId).orElse(prediction);
    }

    private Prediction succeed(
            IdentifyJob job, String predictionId, ComputeSlots.Job slot, Stopwatch stopwatch) {
        String original = keys.original(job.imgName());
        String annotated = keys.annotated(job.chatId(), predictionId);
        byte[] file = stopwatch.time(Stage.FETCH, () -> originals.fetch(original));
        Examination examination =
                slot.compute(() -> examiner.examine(file, job.options(), stopwatch));
        stopwatch.run(Stage.STORE, () -> files.storePicture(annotated, examination.annotated()));
        stopwatch.noteTotal();
        return new Prediction(
                predictionId,
                job.chatId(),
                original,
                annotated,
                examination.labels(),
                completion(job),
                PredictionStatus.SUCCEEDED,
                null,
                examination.model(),
                stopwatch.milliseconds(),
                job.replyTo(),
                job.name(),
                job.submittedAt(),
                examination.picture(),
                examination.threshold());
    }

    private Prediction fail(
            IdentifyJob job, String predictionId, Failure failure, Stopwatch stopwatch) {
        stopwatch.noteTotal();
        return Prediction.failed(
                        predictionId,
                        job.chatId(),
                        keys.original(job.imgName()),
                        failure,
                        completion(job),
                        stopwatch.milliseconds(),
                        job.replyTo())
                .askedFor(job.name(), job.submittedAt());
    }

    /** Nothing is done before it was asked for, though its sender's clock may run ahead of ours. */
    private Instant completion(IdentifyJob job) {
        Instant now = clock.instant();
        Instant submitted = job.submittedAt();
        return submitted != null
                        && submitted.isAfter(now)
                        && submitted.isBefore(now.plus(LARGEST_SKEW))
                ? submitted
                : now;
    }

    private void noteQueueTime(IdentifyJob job, Stopwatch stopwatch) {
        Instant submitted = job.submittedAt();
        if (submitted != null) {
            Duration waited = Duration.between(submitted, clock.instant());
            stopwatch.note(Stage.QUEUE, waited.isNegative() ? Duration.ZERO : waited);
        }
    }

    private static ResultMessage message(Prediction prediction) {
        return prediction.status() == PredictionStatus.SUCCEEDED
                ? ResultMessage.succeeded(prediction.predictionId(), prediction.chatId())
                : ResultMessage.failed(
                        prediction.predictionId(),
                        prediction.chatId(),
                        Objects.requireNonNull(prediction.failure()));
    }
}
