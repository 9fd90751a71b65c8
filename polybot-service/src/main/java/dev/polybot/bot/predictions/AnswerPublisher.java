package dev.polybot.bot.predictions;

import dev.polybot.bot.outbox.Outbox;
import dev.polybot.bot.outbox.OutgoingMessage;
import dev.polybot.model.prediction.Prediction;
import dev.polybot.model.prediction.PredictionStatus;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/**
 * Puts the answer to an ended prediction into the outbox; an album's answer once its last prediction has ended. Where
 * no chat waits, as over REST, it publishes an event instead. Doing it again does nothing more.
 */
@Component
class AnswerPublisher {

    private final AlbumPredictionStore albums;
    private final Outbox outbox;
    private final ApplicationEventPublisher events;

    AnswerPublisher(AlbumPredictionStore albums, Outbox outbox, ApplicationEventPublisher events) {
        this.albums = albums;
        this.outbox = outbox;
        this.events = events;
    }

    /** Acts on the end of a prediction; returns when its answer is certain. Who has cancelled it knows its end. */
    void ended(Prediction prediction) {
        AlbumPredictionId part = AlbumPredictionId.of(prediction.predictionId());
        AlbumPrediction album = part == null ? null : albums.ended(part);
        if (album != null) {
            ended(album);
        } else if (RestChat.is(prediction.chatId()) || prediction.isCancelled()) {
            events.publishEvent(new PredictionEndedWithoutReply(prediction));
        } else {
            outbox.put(answerTo(prediction));
        }
    }

    /** Acts on what has become of an album's predictions. */
    void ended(AlbumPrediction album) {
        if (album.isComplete()) {
            outbox.put(
                    new OutgoingMessage(
                            album.chatId(),
                            album.replyTo(),
                            "album " + album.id(),
                            new OutgoingMessage.AlbumAnswer(album.id(), album.numbers().size())));
        }
    }

    private static OutgoingMessage answerTo(Prediction prediction) {
        boolean photo =
                prediction.status() != PredictionStatus.FAILED
                        && prediction.predictedImgPath() != null;
        return new OutgoingMessage(
                prediction.chatId(),
                prediction.replyTo(),
                "prediction " + prediction.predictionId(),
                new OutgoingMessage.Answer(prediction.predictionId(), photo));
    }
}
