package dev.polybot.bot.rest;

import dev.polybot.model.prediction.Prediction;

import org.jspecify.annotations.Nullable;

import java.util.Collection;
import java.util.List;
import java.util.Map;

/** What REST reads of predictions that have ended, and deletes; they are written elsewhere. */
public interface EndedPredictions {

    /** The prediction of that id; null when there is none or it has not ended. */
    @Nullable Prediction find(String id);

    /** Those of these that have ended, by id; what could not be looked at in time is not among them. */
    Map<String, Prediction> findAll(Collection<String> ids);

    /**
     * A chat's predictions, the latest first.
     *
     * @param after the last one of the page before; null for the first page
     */
    Page ofChat(String chatId, @Nullable PagePosition after, int limit);

    /** Forgets the prediction of that id, whether or not there is one. */
    void delete(String id);

    /**
     * Some of them.
     *
     * @param last where the next page begins; null when there is none
     */
    record Page(List<Prediction> predictions, @Nullable PagePosition last) {

        public Page {
            predictions = List.copyOf(predictions);
        }
    }
}
