package dev.polybot.load.check;

import dev.polybot.load.pictures.PictureFile;

import org.jspecify.annotations.Nullable;

import java.util.HashMap;
import java.util.Map;

/** What is known of pictures, by their names; a list that names them without their extensions is understood too. */
public final class Expectations {

    public static final Expectations NONE = new Expectations(Map.of());

    private final Map<String, Expectation> byName;
    private final Map<String, Expectation> byStem = new HashMap<>();

    public Expectations(Map<String, Expectation> byName) {
        this.byName = Map.copyOf(byName);
        byName.forEach((name, expected) -> byStem.put(PictureFile.stemOf(name), expected));
    }

    /** What is known of a picture; null for nothing. */
    public @Nullable Expectation of(PictureFile picture) {
        Expectation exact = byName.get(picture.name());
        return exact != null ? exact : byStem.get(picture.stem());
    }

    public int size() {
        return byName.size();
    }
}
