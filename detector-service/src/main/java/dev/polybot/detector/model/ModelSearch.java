package dev.polybot.detector.model;

import dev.polybot.detector.model.ModelPlace.Finding;

import java.util.ArrayList;
import java.util.List;

/** Looks for a model in one place after another. */
public final class ModelSearch {

    private final List<ModelPlace> places;

    ModelSearch(List<ModelPlace> places) {
        this.places = List.copyOf(places);
    }

    /**
     * The order: where the configuration points; the cache; DJL's model zoo, unless switched off; the model that the project
     * ships.
     */
    public static ModelSearch inOrder(ModelSearchPlan plan) {
        ModelDownload download = new ModelDownload(plan.timeouts());
        List<ModelPlace> places = new ArrayList<>();
        places.add(new ConfiguredModel(plan, download));
        places.add(new CachedModel(plan.cache()));
        if (plan.zoo() != null) {
            places.add(new ZooModel(plan.zoo(), plan.cache(), download));
        }
        places.add(new ShippedModel());
        return new ModelSearch(places);
    }

    /**
     * The first model found.
     *
     * @throws NoModelException when there is none
     * @throws UnusableModelException when the model that was asked for cannot be used
     */
    public LocatedModel find() {
        List<String> tried = new ArrayList<>();
        for (ModelPlace place : places) {
            switch (place.look()) {
                case Finding.Found(LocatedModel model) -> {
                    return model;
                }
                case Finding.Nothing(String reason) -> tried.add(reason);
            }
        }
        throw new NoModelException(tried);
    }
}
