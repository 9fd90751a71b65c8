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
    private final AlbumRuns runs;
    private final Answers answers;

    TelegramAlbumSubmitter(TelegramSubmitter submitter, AlbumRuns runs, Answers answers) {
        this.submitter = submitter;
        this.runs = runs;
        this.answers = answers;
    }

    @Override
    public void submit(Order order) {
        String id = PredictionIds.forAlbum(order.name(), order.question().options());
        runs.begin(
                new AlbumRun(
                        id,
                        Long.toString(order.chatId()),
                        order.pictures().getFirst().messageId(),
                        order.question().language(),
                        order.pictures().stream().map(Picture::number).toList(),
                        Set.of(),
                        Map.of()));
        AlbumRun run = null;
        for (Picture picture : order.pictures()) {
            AlbumPart part = new AlbumPart(id, picture.number());
            String refusal =
                    refusal(order.chatId(), picture, order.question(), part.predictionId());
            if (refusal != null) {
                run = runs.refused(part, refusal);
            }
        }
        // If jobs have ended, their results bring the answer too; if there was none, nobody else
        // does.
        if (run != null) {
            answers.ended(run);
        }
    }

    private @Nullable String refusal(
            long chatId, Picture picture, Question question, String predictionId) {
        FileReference file = picture.file();
        if (file.size() != null && file.size() > Phrases.MAX_FILE_SIZE) {
            return Phrases.fileTooLarge(question.language());
        }
        return switch (submitter.submit(
                chatId, picture.messageId(), file.fileId(), question, predictionId)) {
            case Submission.Accepted() -> null;
            case Submission.TooLarge() -> Phrases.fileTooLarge(question.language());
            case Submission.Gone() -> Phrases.fileUnavailable(question.language());
        };
    }
}
