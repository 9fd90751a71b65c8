package dev.polybot.bot.predictions;

import dev.polybot.bot.settings.BotSettings;
import dev.polybot.bot.waiting.WaitingNotices;
import dev.polybot.model.message.IdentifyJob;
import dev.polybot.model.prediction.Prediction;
import dev.polybot.model.storage.ObjectKeys;

import org.springframework.stereotype.Component;

import java.time.Clock;
import java.util.List;

/** Submits the original of an earlier prediction again. Asking twice for the same is asking once, as with a message. */
@Component
class RepeatPrediction {

    private final PredictionRequestStore requests;
    private final JobQueue jobs;
    private final WaitingNotices waiting;
    private final ObjectKeys keys;
    private final Clock clock;

    RepeatPrediction(
            PredictionRequestStore requests,
            JobQueue jobs,
            WaitingNotices waiting,
            BotSettings settings,
            Clock clock) {
        this.requests = requests;
        this.jobs = jobs;
        this.waiting = waiting;
        this.keys = settings.storage().keys();
        this.clock = clock;
    }

    /**
     * Asks; returns when that is durable.
     *
     * @return whether it could be asked: there is an original that a job can name
     */
    boolean ask(Prediction first, PredictionRequest request) {
        return ask(PredictionIds.forRepeat(first, request), first, request);
    }

    /** Asks for the same once more, under a name of its own, so that it is answered like anything new. */
    boolean retry(Prediction gaveUp) {
        String id = gaveUp.predictionId();
        return ask(PredictionIds.forRetry(id), gaveUp, requests.of(id));
    }

    private boolean ask(String id, Prediction first, PredictionRequest request) {
        String imgName = keys.nameOfOriginal(first.originalImgPath());
        if (imgName == null) {
            return false;
        }
        requests.note(id, request);
        jobs.send(
                new IdentifyJob(
                        first.chatId(),
                        imgName,
                        id,
                        first.replyTo(),
                        request.options(),
                        clock.instant()));
        waiting.watch(request.waitingFor(id, first.chatId(), first.replyTo(), List.of(id)));
        return true;
    }
}
