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
    private final PredictionRequestStore requests;
    private final JobQueue jobs;
    private final Clock clock;

    TelegramSubmitter(
            TelegramFiles files,
            PictureStore pictures,
            PredictionRequestStore requests,
            JobQueue jobs,
            Clock clock) {
        this.files = files;
        this.pictures = pictures;
        this.requests = requests;
        this.jobs = jobs;
        this.clock = clock;
    }

    @Override
    public Submission submit(long chatId, int messageId, String fileId, PredictionRequest request) {
        return submit(
                chatId,
                messageId,
                fileId,
                request,
                PredictionIds.forMessage(chatId, messageId, request));
    }

    /** Does the same under a given name. */
    Submission submit(
            long chatId,
            int messageId,
            String fileId,
            PredictionRequest request,
            String predictionId) {
        try (TemporaryPicture picture = TemporaryPicture.create()) {
            return switch (files.fetch(fileId, picture.file(), Phrases.MAX_FILE_SIZE)) {
                case TelegramFiles.Fetched.Done(String extension) -> {
                    accept(chatId, messageId, extension, request, predictionId, picture);
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
            PredictionRequest request,
            String predictionId,
            TemporaryPicture picture) {
        String chat = Long.toString(chatId);
        String imgName = ObjectKeys.imageName(chat, predictionId, extension);
        pictures.putOriginal(imgName, extension, picture.file());
        requests.note(predictionId, request);
        jobs.send(
                new IdentifyJob(
                        chat,
                        imgName,
                        predictionId,
                        messageId,
                        request.options(),
                        clock.instant()));
    }
}
