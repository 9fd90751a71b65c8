package dev.polybot.bot.predictions;

import static dev.polybot.bot.storage.Attributes.epochMillis;

import dev.polybot.bot.outbox.Delivery;
import dev.polybot.bot.outbox.OutgoingMessage;
import dev.polybot.bot.storage.Lease;
import dev.polybot.bot.storage.LeaseTerms;
import dev.polybot.bot.storage.PredictionStore;
import dev.polybot.bot.waiting.WaitingNotices;
import dev.polybot.model.prediction.Prediction;
import dev.polybot.observability.ExceptionSummary;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;

/** How the answer to an album's predictions is sent: the annotated pictures as one album, with a line for each. */
@Component
class AlbumDelivery implements Delivery {

    private static final Logger log = LoggerFactory.getLogger(AlbumDelivery.class);

    private final AlbumPredictionStore albumPredictions;
    private final PredictionStore predictions;
    private final WaitingNotices waiting;
    private final Clock clock;

    AlbumDelivery(
            AlbumPredictionStore albumPredictions,
            PredictionStore predictions,
            WaitingNotices waiting,
            Clock clock) {
        this.waiting = waiting;
        this.albumPredictions = albumPredictions;
        this.predictions = predictions;
        this.clock = clock;
    }

    @Override
    public boolean takes(OutgoingMessage.Content content) {
        return content instanceof OutgoingMessage.AlbumAnswer;
    }

    @Override
    public LeaseTerms lease(OutgoingMessage message) {
        return albumPredictions.lease(album(message));
    }

    @Override
    public OutgoingMessage.Ready render(OutgoingMessage message, Map<String, AttributeValue> item) {
        AlbumPrediction album = AlbumPredictionStore.read(album(message), item);
        AlbumSummary summary = new AlbumSummary(album.language(), album.numbered());
        List<OutgoingMessage.Picture> pictures = new ArrayList<>();
        Duration waited = Duration.ZERO;
        for (int number : album.numbers()) {
            Prediction prediction = predictions.find(nameOf(album, number));
            if (prediction == null) {
                summary.add(number, refusal(album, number));
                continue;
            }
            summary.add(number, prediction);
            waited = Collections.max(List.of(waited, prediction.took()));
            String key = PredictionReply.pictureOf(prediction);
            if (key != null) {
                pictures.add(new OutgoingMessage.Picture(key, true));
            }
        }
        waiting.withdraw(album.id(), waited);
        return OutgoingMessage.Pictures.of(
                pictures, PredictionReply.FILE_NAME, summary.text(), summary.text());
    }

    @Override
    public void sent(OutgoingMessage message, Lease lease, List<Integer> messageIds) {
        settle(lease);
        noteMessages(message, messageIds);
    }

    @Override
    public void undeliverable(OutgoingMessage message, Lease lease) {
        settle(lease);
    }

    private void settle(Lease lease) {
        lease.doneAnyway("settledAt = :now", Map.of(":now", epochMillis(clock.instant())));
    }

    /** For the record: which of the messages shows which prediction. */
    private void noteMessages(OutgoingMessage message, List<Integer> messageIds) {
        try {
            AlbumPrediction album = albumPredictions.find(album(message));
            List<String> shown = album == null ? List.of() : shown(album);
            for (int i = 0; i < Math.min(shown.size(), messageIds.size()); i++) {
                predictions.replySent(shown.get(i), messageIds.get(i));
            }
        } catch (SdkException e) {
            log.warn("An album is answered, its predictions lack that: {}", ExceptionSummary.of(e));
        }
    }

    private List<String> shown(AlbumPrediction album) {
        return album.numbers().stream()
                .map(number -> nameOf(album, number))
                .filter(
                        id -> {
                            Prediction prediction = predictions.find(id);
                            return prediction != null
                                    && PredictionReply.pictureOf(prediction) != null;
                        })
                .toList();
    }

    private static String nameOf(AlbumPrediction album, int number) {
        return new AlbumPredictionId(album.id(), number).predictionId();
    }

    private static String refusal(AlbumPrediction album, int number) {
        String sentence = album.refused().get(number);
        return sentence == null ? album.language().say("failed") : sentence;
    }

    private static String album(OutgoingMessage message) {
        return ((OutgoingMessage.AlbumAnswer) message.content()).album();
    }
}
