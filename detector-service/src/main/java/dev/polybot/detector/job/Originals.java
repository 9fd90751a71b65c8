package dev.polybot.detector.job;

import dev.polybot.pictures.PictureRejectedException;

/** Fetches the original pictures. */
public interface Originals {

    /**
     * A picture's file.
     *
     * @throws PictureRejectedException when there is none of that key, or it is larger than is taken
     */
    byte[] fetch(String key);
}
