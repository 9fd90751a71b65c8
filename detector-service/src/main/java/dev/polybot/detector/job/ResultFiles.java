package dev.polybot.detector.job;

/** Stores annotated pictures and result documents. Storing under a key again replaces what lay there. */
public interface ResultFiles {

    void storePicture(String key, byte[] jpeg);

    void storeDocument(String key, String json);
}
