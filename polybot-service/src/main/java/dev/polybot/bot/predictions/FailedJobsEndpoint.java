package dev.polybot.bot.predictions;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.actuate.endpoint.annotation.Endpoint;
import org.springframework.boot.actuate.endpoint.annotation.ReadOperation;
import org.springframework.boot.actuate.endpoint.annotation.Selector;
import org.springframework.boot.actuate.endpoint.annotation.WriteOperation;
import org.springframework.stereotype.Component;

import java.util.List;

/** Management endpoint that lists the work that was given up; where writing is allowed, each can be retried or dropped. */
@Component
@Endpoint(id = "givenup")
class FailedJobsEndpoint {

    private final FailedJobs failedJobs;

    FailedJobsEndpoint(FailedJobs failedJobs) {
        this.failedJobs = failedJobs;
    }

    /**
     * Whether it was done.
     *
     * @param sentence what speaks against it; null when it was done
     */
    record Answer(boolean done, @Nullable String sentence) {}

    @ReadOperation
    List<FailedJobs.Entry> all() {
        return failedJobs.entries();
    }

    /**
     * Settles one.
     *
     * @param id of the letter or of the prediction
     * @param how {@code retry} or {@code drop}
     */
    @WriteOperation
    Answer settle(@Selector String id, String how) {
        String against =
                switch (how) {
                    case "retry" -> failedJobs.retry(id);
                    case "drop" -> failedJobs.drop(id);
                    default -> "Say how: retry or drop.";
                };
        return new Answer(against == null, against);
    }
}
