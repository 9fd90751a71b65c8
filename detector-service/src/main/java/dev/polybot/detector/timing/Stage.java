package dev.polybot.detector.timing;

import java.util.Locale;

/** The stages of a job whose time is taken. */
public enum Stage {
    /** From the asking to the first look at the job. */
    QUEUE,
    FETCH,
    DECODE,
    LETTERBOX,
    INFERENCE,
    NMS,
    ANNOTATE,
    ENCODE,
    STORE,
    /** From the first look at the job until its result is ready to be written down. */
    TOTAL;

    /** As predictions and metrics name it. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
