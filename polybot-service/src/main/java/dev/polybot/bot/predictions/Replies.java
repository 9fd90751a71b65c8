package dev.polybot.bot.predictions;

import dev.polybot.bot.faults.LogMessages;
import dev.polybot.bot.telegram.TelegramException;
import dev.polybot.model.prediction.Prediction;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

import software.amazon.awssdk.core.exception.SdkException;

/**
 * Sends the reply to a prediction, once over all instances: it is claimed before it is sent and noted after. Killed between
 * Telegram's accepting it and our noting it, the next holder of the claim sends it again; Telegram offers nothing that
 * would close this window.
 */
@Component
class Replies {

    private static final Logger log = LoggerFactory.getLogger(Replies.class);

    private final PredictionRepository predictions;
    private final Questions questions;
    private final ReplySender sender;
    private final AlbumReplies albums;

    Replies(
            PredictionRepository predictions,
            Questions questions,
            ReplySender sender,
            AlbumReplies albums) {
        this.predictions = predictions;
        this.questions = questions;
        this.sender = sender;
        this.albums = albums;
    }

    /**
     * Sends the reply unless that has been done.
     *
     * @throws RuntimeException when it could not be sent; the claim is given back
     */
    Outcome send(String predictionId) {
        AlbumPart part = AlbumPart.of(predictionId);
        Outcome together = part == null ? null : albums.ended(part);
        return together == null ? sendAlone(predictionId) : together;
    }

    private Outcome sendAlone(String predictionId) {
        return switch (predictions.claimReply(predictionId)) {
            case ReplyClaim.Granted granted -> send(predictionId, granted);
            case ReplyClaim.Settled() -> new Outcome.Settled();
            case ReplyClaim.HeldElsewhere(var until) -> new Outcome.HeldElsewhere(until);
            case ReplyClaim.NoPrediction() -> new Outcome.NoPrediction();
        };
    }

    private Outcome send(String predictionId, ReplyClaim.Granted claim) {
        Prediction prediction = claim.prediction();
        if (RestChat.is(prediction.chatId())) {
            predictions.replyNotNeeded(predictionId);
            return new Outcome.Settled();
        }
        int messageId;
        try {
            messageId = sender.send(prediction, questions.of(predictionId));
        } catch (TelegramException.Refused e) {
            log.info("Prediction {} can have no reply: {}", predictionId, e.getMessage());
            predictions.replyUndeliverable(predictionId);
            return new Outcome.Settled();
        } catch (RuntimeException e) {
            release(predictionId, claim);
            throw e;
        }
        noteSent(predictionId, messageId);
        return new Outcome.Settled();
    }

    private void release(String predictionId, ReplyClaim.Granted claim) {
        try {
            predictions.releaseReply(predictionId, claim);
        } catch (SdkException e) {
            log.warn(
                    "Prediction {} stays claimed until the claim's end: {}",
                    predictionId,
                    LogMessages.inWords(e));
        }
    }

    /** The user has the reply: if this fails, trying again would only send it twice. */
    private void noteSent(String predictionId, int messageId) {
        try {
            predictions.replySent(predictionId, messageId);
        } catch (SdkException e) {
            log.warn(
                    "Prediction {} is answered but not noted as such: {}",
                    predictionId,
                    LogMessages.inWords(e));
        }
    }
}
