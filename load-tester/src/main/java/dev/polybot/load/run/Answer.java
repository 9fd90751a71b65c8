package dev.polybot.load.run;

import dev.polybot.load.check.Finding;

import org.jspecify.annotations.Nullable;

import java.util.Map;

/** What came back for a request. */
public sealed interface Answer {

    /**
     * What is in the picture.
     *
     * @param timings milliseconds that the system spent in each stage, as far as it says; else empty
     * @param model what found it; null when it does not say
     */
    record Found(Finding finding, Map<String, Long> timings, @Nullable String model)
            implements Answer {

        public Found(Finding finding) {
            this(finding, Map.of(), null);
        }
    }

    /** That it could not be done. */
    record Failed(String reason) implements Answer {}
}
