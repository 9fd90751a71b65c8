package dev.polybot.bot.predictions;

import dev.polybot.bot.storage.PredictionStore;
import dev.polybot.bot.telegram.OutgoingText;
import dev.polybot.bot.telegram.TelegramMessages;
import dev.polybot.bot.waiting.WaitingNotice;
import dev.polybot.bot.waiting.WaitingNotices;
import dev.polybot.bot.waiting.WaitingRequest;
import dev.polybot.model.prediction.Failure;
import dev.polybot.model.prediction.FailureCode;
import dev.polybot.model.prediction.Prediction;

import org.springframework.stereotype.Component;

import java.time.Clock;
import java.util.List;
import java.util.Map;

/**
 * Cancels predictions that the person who asked no longer wants. The prediction ends as cancelled, and a detector that comes
 * to its job finds it ended and does nothing; a detector that is at it comes too late with its result.
 */
@Component
class Cancellation {

    static final String CANCELLED = "You did not want to wait for this one.";

    private final WaitingNotices waiting;
    private final PredictionStore predictions;
    private final AlbumPredictionStore albums;
    private final AnswerPublisher answers;
    private final TelegramMessages telegram;
    private final Clock clock;

    Cancellation(
            WaitingNotices waiting,
            PredictionStore predictions,
            AlbumPredictionStore albums,
            AnswerPublisher answers,
            TelegramMessages telegram,
            Clock clock) {
        this.waiting = waiting;
        this.predictions = predictions;
        this.albums = albums;
        this.answers = answers;
        this.telegram = telegram;
        this.clock = clock;
    }

    /**
     * Cancels what has not ended of a question.
     *
     * @param id from a button, so from a stranger
     * @return what whoever pressed the button is shown
     */
    String cancel(String id, FollowUpActions.Requester asker) {
        WaitingNotice notice = waiting.find(id);
        if (notice == null || !notice.request().chatId().equals(asker.chatId())) {
            return asker.language().say("notice.stale");
        }
        WaitingRequest question = notice.request();
        if (!question.isOf(asker.person())) {
            return asker.language().say("notice.not-yours");
        }
        List<Prediction> ended =
                question.predictions().stream().map(one -> end(one, question)).toList();
        List<Prediction> cancelled = ended.stream().filter(Prediction::isCancelled).toList();
        if (cancelled.isEmpty()) {
            return asker.language().say("notice.answered");
        }
        if (cancelled.size() == ended.size()
                && AlbumPredictionId.of(ended.getFirst().predictionId()) != null) {
            albums.settle(id);
        }
        cancelled.forEach(answers::ended);
        telegram.edit(
                asker.chatId(),
                notice.messageId(),
                OutgoingText.of(question.language().say("cancelled", cancelled.size())));
        return asker.language().say("cancelled", cancelled.size());
    }

    /** It as it has ended by now, at the latest by this. */
    private Prediction end(String id, WaitingRequest question) {
        return predictions.putIfAbsent(
                Prediction.failed(
                        id,
                        question.chatId(),
                        "unknown",
                        new Failure(FailureCode.CANCELLED, CANCELLED),
                        clock.instant(),
                        Map.of(),
                        question.replyTo()));
    }
}
