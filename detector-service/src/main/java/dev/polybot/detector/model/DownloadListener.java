package dev.polybot.detector.model;

/** Listener to the progress of a download. */
@FunctionalInterface
public interface DownloadListener {

    /**
     * More of a file has come.
     *
     * @param file its name
     * @param bytes that have come
     * @param total of the file; below zero when its server does not say
     */
    void came(String file, long bytes, long total);
}
