package dev.polybot.load.check;

import dev.polybot.load.pictures.PictureFile;

import org.jspecify.annotations.Nullable;

import java.util.HashMap;
import java.util.Map;

/** What is known of pictures, by their names; a list that names them with folders or without extensions is understood too. */
public final class Expectations {

    public static final Expectations NONE = new Expectations(Map.of());

    private final Map<String, Expectation> byName = new HashMap<>();
    private final Map<String, Expectation> byStem = new HashMap<>();

    private final @Nullable String model;

    public Expectations(Map<String, Expectation> expected) {
        this(expected, null);
    }

    /** @param model the name of the model that finds this; null where any should */
    Expectations(Map<String, Expectation> expected, @Nullable String model) {
        this.model = model;
        expected.forEach(
                (name, things) -> {
                    String fileName = name.substring(name.lastIndexOf('/') + 1);
                    byName.put(fileName, things);
                    byStem.put(PictureFile.stemOf(fileName), things);
                });
    }

    /** What is known of a picture; null for nothing. */
    public @Nullable Expectation of(PictureFile picture) {
        Expectation exact = byName.get(picture.name());
        return exact != null ? exact : byStem.get(picture.stem());
    }

    /**
     * What to say when another model answered than the one of which this is expected; null when there is nothing to say.
     *
     * @param answered the model that the answers name; null when they name none
     */
    public @Nullable String otherModel(@Nullable String answered) {
        return model == null || answered == null || answered.equals(model)
                ? null
                : "What is expected fits the model "
                        + model
                        + "; "
                        + answered
                        + " answered, so that what is wrong here may be right.";
    }

    public int size() {
        return byName.size();
    }
}
