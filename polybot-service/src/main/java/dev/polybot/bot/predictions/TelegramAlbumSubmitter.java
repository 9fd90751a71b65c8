package dev.polybot.bot.predictions;

import dev.polybot.bot.language.LocalizedText;
import dev.polybot.bot.waiting.WaitingNotices;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Submits albums for detection: first notes which jobs are answered together, then queues one for each picture. */
@Component
class TelegramAlbumSubmitter implements AlbumSubmitter {

    private final TelegramSubmitter submitter;
    private final AlbumPredictionStore albumPredictions;
    private final AnswerPublisher answers;
    private final WaitingNotices waiting;

    TelegramAlbumSubmitter(
            TelegramSubmitter submitter,
            AlbumPredictionStore albumPredictions,
            AnswerPublisher answers,
            WaitingNotices waiting) {
        this.submitter = submitter;
        this.albumPredictions = albumPredictions;
        this.answers = answers;
        this.waiting = waiting;
    }

    @Override
    public void submit(Order order) {
        String id = PredictionIds.forAlbum(order.name(), order.request().options());
        String chatId = Long.toString(order.chatId());
        int replyTo = order.pictures().getFirst().messageId();
        albumPredictions.begin(
                new AlbumPrediction(
                        id,
                        chatId,
                        replyTo,
                        order.request().language(),
                        order.pictures().stream().map(Picture::number).toList(),
                        order.ofSeveral(),
                        Set.of(),
                        Map.of()));
        AlbumPrediction album = null;
        List<String> jobs = new ArrayList<>();
        for (Picture picture : order.pictures()) {
            AlbumPredictionId part = new AlbumPredictionId(id, picture.number());
            LocalizedText refusal = submit(order, picture, part);
            if (refusal == null) {
                jobs.add(part.predictionId());
            } else {
                album = albumPredictions.refused(part, refusal.in(order.request().language()));
            }
        }
        if (!jobs.isEmpty()) {
            waiting.watch(order.request().waitingFor(id, chatId, replyTo, jobs));
        }
        // If jobs have ended, their results bring the answer too; if there was none, nothing else
        // does.
        if (album != null) {
            answers.ended(album);
        }
    }

    private @Nullable LocalizedText submit(Order order, Picture picture, AlbumPredictionId part) {
        try (var _ = picture.trace().process("album")) {
            return submitter.submit(
                    order.chatId(),
                    picture.messageId(),
                    picture.file(),
                    order.request(),
                    part.predictionId());
        }
    }
}
