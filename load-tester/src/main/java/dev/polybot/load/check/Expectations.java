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

    public Expectations(Map<String, Expectation> expected) {
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

    public int size() {
        return byName.size();
    }
}
