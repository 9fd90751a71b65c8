package dev.polybot.bot.rest;

import dev.polybot.bot.storage.PredictionStore;
import dev.polybot.model.prediction.Prediction;

import org.jspecify.annotations.Nullable;

import java.util.Collection;
import java.util.Map;

/** Reads ended predictions from the predictions table. */
final class DynamoDbEndedPredictions implements EndedPredictions {
    private final PredictionStore store;

    DynamoDbEndedPredictions(PredictionStore store) {
        this.store = store;
    }

    @Override
    public @Nullable Prediction find(String id) {
        return store.find(id);
    }

    @Override
    public Map<String, Prediction> findAll(Collection<String> ids) {
        return store.findAll(ids);
    }

    @Override
    public Page ofChat(String chatId, @Nullable PagePosition after, int limit) {
        PredictionStore.Page page =
                store.ofChat(
                        chatId,
                        after == null ? null : new PredictionStore.Place(after.time(), after.id()),
                        false,
                        limit);
        PredictionStore.Place last = page.last();
        return new Page(
                page.predictions(),
                last == null ? null : new PagePosition(last.time(), last.predictionId()));
    }

    @Override
    public void delete(String id) {
        store.delete(id);
    }
}
