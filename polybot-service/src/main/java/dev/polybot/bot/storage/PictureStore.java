package dev.polybot.bot.storage;

import java.nio.file.Path;

/** Stores pictures by key. */
public interface PictureStore {

    /** Stores an original under its job's name; the same name again is the same picture again. */
    void putOriginal(String imgName, String extension, Path picture);

    /** Whether there is an original of this key. */
    boolean hasOriginal(String key);

    /**
     * Fetches an original.
     *
     * @return whether there is one
     */
    boolean fetchOriginal(String key, Path to);

    /**
     * Fetches an annotated picture.
     *
     * @return whether there is one
     */
    boolean fetchAnnotated(String key, Path to);

    /** Deletes an original; one that is not there is deleted already. */
    void deleteOriginal(String key);

    /** Deletes an annotated picture or a result document; one that is not there is deleted already. */
    void deleteResult(String key);
}
