package dev.polybot.bot.predictions;

import dev.polybot.bot.conversation.FileReference;
import dev.polybot.bot.conversation.Phrases;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import java.util.Map;
import java.util.Set;

/** Takes albums in: a job for each picture, and a note of which jobs are answered together before the first of them. */
@Component
class TelegramAlbumSubmitter implements AlbumSubmitter {

    private final TelegramSubmitter submitter;
    private final AlbumPredictionStore albumPredictions;
    private final Answers answers;

    TelegramAlbumSubmitter(
            TelegramSubmitter submitter, AlbumPredictionStore albumPredictions, Answers answers) {
        this.submitter = submitter;
        this.albumPredictions = albumPredictions;
        this.answers = answers;
    }

    @Override
    public void submit(Order order) {
        String id = PredictionIds.forAlbum(order.name(), order.request().options());
        albumPredictions.begin(
                new AlbumPrediction(
                        id,
                        Long.toString(order.chatId()),
                        order.pictures().getFirst().messageId(),
                        order.request().language(),
                        order.pictures().stream().map(Picture::number).toList(),
                        Set.of(),
                        Map.of()));
        AlbumPrediction album = null;
        for (Picture picture : order.pictures()) {
            AlbumPart part = new AlbumPart(id, picture.number());
            String refusal = refusal(order.chatId(), picture, order.request(), part.predictionId());
            if (refusal != null) {
                album = albumPredictions.refused(part, refusal);
            }
        }
        // If jobs have ended, their results bring the answer too; if there was none, nobody else
        // does.
        if (album != null) {
            answers.ended(album);
        }
    }

    private @Nullable String refusal(
            long chatId, Picture picture, PredictionRequest request, String predictionId) {
        FileReference file = picture.file();
        if (file.size() != null && file.size() > Phrases.MAX_FILE_SIZE) {
            return Phrases.fileTooLarge(request.language());
        }
        return switch (submitter.submit(
                chatId, picture.messageId(), file.fileId(), request, predictionId)) {
            case Submission.Accepted() -> null;
            case Submission.TooLarge() -> Phrases.fileTooLarge(request.language());
            case Submission.Gone() -> Phrases.fileUnavailable(request.language());
        };
    }
}
