package dev.polybot.bot.predictions;

import dev.polybot.bot.conversation.CallbackData;
import dev.polybot.bot.storage.PredictionStore;
import dev.polybot.model.prediction.Prediction;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import java.util.List;
import java.util.stream.Stream;

/**
 * Reads the earlier predictions of one chat. An id comes from a button, so from a stranger: whatever it names, a prediction
 * of another chat is none.
 */
@Component
class PastPredictions {
    /** How many are listed at a time. */
    static final int PAGE = 5;

    private final PredictionStore store;
    private final FormerChats former;

    PastPredictions(PredictionStore store, FormerChats former) {
        this.store = store;
        this.former = former;
    }

    /** The chat's prediction of this name; null when it has none, or none any more. */
    @Nullable Prediction find(String chatId, String predictionId) {
        Prediction prediction = store.find(predictionId);
        return prediction == null
                        || !(prediction.chatId().equals(chatId)
                                || prediction.chatId().equals(former.of(chatId)))
                ? null
                : prediction;
    }

    /** The chat's last ones. */
    HistoryPage latest(String chatId) {
        List<Prediction> found = query(chatId, null, false);
        return new HistoryPage(firstOf(found), false, found.size() > PAGE);
    }

    /** Those before or after one of the chat's. */
    HistoryPage beyond(String chatId, CallbackData.PageTurn turn) {
        List<Prediction> found = query(chatId, turn, !turn.older());
        boolean further = found.size() > PAGE;
        return turn.older()
                ? new HistoryPage(firstOf(found), true, further)
                : new HistoryPage(firstOf(found).reversed(), further, true);
    }

    private List<Prediction> query(
            String chatId, CallbackData.@Nullable PageTurn start, boolean oldestFirst) {
        PredictionStore.Place after =
                start == null
                        ? null
                        : new PredictionStore.Place(start.time(), start.predictionId());
        return Stream.concat(Stream.of(chatId), Stream.ofNullable(former.of(chatId)))
                .flatMap(
                        chat ->
                                store
                                        .ofChat(chat, after, oldestFirst, PAGE + 1)
                                        .predictions()
                                        .stream())
                .sorted(oldestFirst ? PredictionStore.IN_TIME : PredictionStore.IN_TIME.reversed())
                .limit(PAGE + 1)
                .toList();
    }

    private static List<Prediction> firstOf(List<Prediction> found) {
        return found.subList(0, Math.min(PAGE, found.size()));
    }

    /**
     * A part of a chat's history.
     *
     * @param predictions the newest first
     * @param newer whether there are newer ones
     * @param older whether there are older ones
     */
    record HistoryPage(List<Prediction> predictions, boolean newer, boolean older) {}
}
