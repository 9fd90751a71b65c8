package dev.polybot.bot.predictions;

import dev.polybot.bot.conversation.Phrases;
import dev.polybot.bot.storage.PictureStore;
import dev.polybot.bot.storage.TemporaryPicture;
import dev.polybot.bot.telegram.TelegramFiles;
import dev.polybot.model.message.IdentifyJob;
import dev.polybot.model.storage.ObjectKeys;

import org.springframework.stereotype.Component;

import java.time.Clock;

/** Takes pictures in: from Telegram to S3, and a job onto the queue. */
@Component
class TelegramSubmitter implements Submitter {

    private final TelegramFiles files;
    private final PictureStore pictures;
    private final Questions questions;
    private final JobQueue jobs;
    private final Clock clock;

    TelegramSubmitter(
            TelegramFiles files,
            PictureStore pictures,
            Questions questions,
            JobQueue jobs,
            Clock clock) {
        this.files = files;
        this.pictures = pictures;
        this.questions = questions;
        this.jobs = jobs;
        this.clock = clock;
    }

    @Override
    public Submission submit(long chatId, int messageId, String fileId, Question question) {
        return submit(
                chatId,
                messageId,
                fileId,
                question,
                PredictionIds.forMessage(chatId, messageId, question));
    }

    /** Does the same under a given name. */
    Submission submit(
            long chatId, int messageId, String fileId, Question question, String predictionId) {
        try (TemporaryPicture picture = TemporaryPicture.create()) {
            return switch (files.fetch(fileId, picture.file(), Phrases.MAX_FILE_SIZE)) {
                case TelegramFiles.Fetched.Done(String extension) -> {
                    accept(chatId, messageId, extension, question, predictionId, picture);
                    yield new Submission.Accepted();
                }
                case TelegramFiles.Fetched.TooLarge() -> new Submission.TooLarge();
                case TelegramFiles.Fetched.Gone() -> new Submission.Gone();
            };
        }
    }

    private void accept(
            long chatId,
            int messageId,
            String extension,
            Question question,
            String predictionId,
            TemporaryPicture picture) {
        String chat = Long.toString(chatId);
        String imgName = ObjectKeys.imageName(chat, predictionId, extension);
        pictures.putOriginal(imgName, extension, picture.file());
        questions.note(predictionId, question);
        jobs.send(
                new IdentifyJob(
                        chat,
                        imgName,
                        predictionId,
                        messageId,
                        question.options(),
                        clock.instant()));
    }
}
