package dev.polybot.detector.timing;

import java.util.Locale;

/** The timed stages of a job. */
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
