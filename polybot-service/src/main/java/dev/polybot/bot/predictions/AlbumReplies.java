package dev.polybot.bot.predictions;

import dev.polybot.bot.faults.LogMessages;
import dev.polybot.bot.leases.Heartbeat;
import dev.polybot.bot.telegram.TelegramException;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

import software.amazon.awssdk.core.exception.SdkException;

/** Answers predictions that were asked for together, once, when the last of them has ended. */
@Component
class AlbumReplies {

    private static final Logger log = LoggerFactory.getLogger(AlbumReplies.class);

    private final AlbumRuns runs;
    private final PredictionRepository predictions;
    private final AlbumReplySender sender;

    AlbumReplies(AlbumRuns runs, PredictionRepository predictions, AlbumReplySender sender) {
        this.runs = runs;
        this.predictions = predictions;
        this.sender = sender;
    }

    /**
     * Acts on the end of a prediction.
     *
     * @return null when no run of its name is known: then it is to be answered by itself
     */
    @Nullable Outcome ended(AlbumPart part) {
        if (predictions.find(part.predictionId()) == null) {
            return new Outcome.NoPrediction();
        }
        AlbumRun run = runs.ended(part);
        if (run == null) {
            return null;
        }
        return run.isComplete() ? answer(run) : new Outcome.Settled();
    }

    /** Answers a run of which all have ended, unless that has been done. */
    Outcome answer(AlbumRun run) {
        return switch (runs.claim(run)) {
            case AlbumRuns.Claim.Granted(String holder) -> answer(run, holder);
            case AlbumRuns.Claim.HeldElsewhere(var until) -> new Outcome.HeldElsewhere(until);
            case AlbumRuns.Claim.Settled() -> new Outcome.Settled();
        };
    }

    private Outcome answer(AlbumRun run, String holder) {
        try (Heartbeat _ = Heartbeat.of(() -> runs.extend(run, holder))) {
            sender.send(run);
        } catch (TelegramException.Refused e) {
            log.info("Album {} can have no reply: {}", run.id(), e.getMessage());
        } catch (RuntimeException e) {
            release(run, holder);
            throw e;
        }
        noteSettled(run);
        return new Outcome.Settled();
    }

    private void release(AlbumRun run, String holder) {
        try {
            runs.release(run, holder);
        } catch (SdkException e) {
            log.warn(
                    "Album {} stays claimed until the claim's end: {}",
                    run.id(),
                    LogMessages.inWords(e));
        }
    }

    /** The user has the reply: if this fails, trying again would only send it twice. */
    private void noteSettled(AlbumRun run) {
        try {
            runs.settled(run);
        } catch (SdkException e) {
            log.warn(
                    "Album {} is answered but not noted as such: {}",
                    run.id(),
                    LogMessages.inWords(e));
        }
    }
}
