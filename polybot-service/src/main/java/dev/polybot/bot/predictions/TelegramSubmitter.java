package dev.polybot.bot.predictions;

import dev.polybot.bot.conversation.FileReference;
import dev.polybot.bot.language.LocalizedText;
import dev.polybot.bot.storage.PictureStore;
import dev.polybot.bot.storage.PredictionStore;
import dev.polybot.bot.storage.TemporaryPicture;
import dev.polybot.bot.telegram.TelegramFiles;
import dev.polybot.bot.waiting.WaitingNotices;
import dev.polybot.model.message.IdentifyJob;
import dev.polybot.model.prediction.Prediction;
import dev.polybot.model.storage.ObjectKeys;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import java.time.Clock;
import java.util.List;

/** Submits pictures for detection: from Telegram to S3, and a job onto the queue. */
@Component
class TelegramSubmitter implements Submitter {

    private final TelegramFiles files;
    private final PictureStore pictures;
    private final PredictionRequestStore requests;
    private final PredictionStore predictions;
    private final JobQueue jobs;
    private final WaitingNotices waiting;
    private final Clock clock;

    TelegramSubmitter(
            TelegramFiles files,
            PictureStore pictures,
            PredictionRequestStore requests,
            PredictionStore predictions,
            JobQueue jobs,
            WaitingNotices waiting,
            Clock clock) {
        this.files = files;
        this.pictures = pictures;
        this.requests = requests;
        this.predictions = predictions;
        this.jobs = jobs;
        this.waiting = waiting;
        this.clock = clock;
    }

    @Override
    public @Nullable LocalizedText submit(
            long chatId, int messageId, FileReference file, PredictionRequest request) {
        String id = PredictionIds.forMessage(chatId, messageId, request);
        LocalizedText refusal = submit(chatId, messageId, file, request, id);
        if (refusal == null) {
            waiting.watch(request.waitingFor(id, Long.toString(chatId), messageId, List.of(id)));
        }
        return refusal;
    }

    @Override
    public boolean hasAnswered(long chatId, int messageId, PredictionRequest request) {
        Prediction ended = predictions.find(PredictionIds.forMessage(chatId, messageId, request));
        return ended != null && !ended.isCancelled();
    }

    /** Does the same for a prediction of a given id, and has nobody told of waiting. */
    @Nullable LocalizedText submit(
            long chatId,
            int messageId,
            FileReference file,
            PredictionRequest request,
            String predictionId) {
        try (TemporaryPicture picture = TemporaryPicture.create()) {
            return switch (files.fetch(file, picture.file())) {
                case TelegramFiles.Fetched.Done(String extension) -> {
                    accept(chatId, messageId, extension, request, predictionId, picture);
                    yield null;
                }
                case TelegramFiles.Fetched.Missing(LocalizedText why) -> why;
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
