package dev.polybot.detector.job;

/** Where annotated pictures and result documents are kept. Storing under a key again replaces what lay there. */
public interface ResultFiles {

    void storePicture(String key, byte[] jpeg);

    void storeDocument(String key, String json);
}
