package dev.polybot.load.command;

import dev.polybot.load.check.Expectations;
import dev.polybot.load.pictures.PictureFile;
import dev.polybot.load.pictures.PictureFiles;
import dev.polybot.load.pictures.PictureOrder;
import dev.polybot.load.profile.LoadLimit;
import dev.polybot.load.profile.LoadProfile;
import dev.polybot.load.profile.Schedule;
import dev.polybot.load.run.AnswerChecker;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Random;

/**
 * What is to be sent and what is expected to come back, as the options say; made before anything is asked.
 *
 * @param passedOver what was named and is not sent, as a sentence; empty for nothing
 */
record Plan(
        RunOptions options,
        LoadProfile profile,
        LoadLimit limit,
        List<PictureFile> pictures,
        String passedOver,
        Expectations expectations) {

    static Plan of(RunOptions options) throws IOException {
        options.requireUsable();
        LoadProfile profile = options.profile.profile();
        PictureFiles found = PictureFiles.in(options.places);
        Plan plan =
                new Plan(
                        options,
                        profile,
                        options.profile.limit(profile),
                        found.pictures(),
                        found.passedOverInWords(),
                        options.check.expectations(found.pictures()));
        var _ = plan.checker();
        var _ = options.check.limits();
        var _ = options.limits(plan.atOnce());
        return plan;
    }

    String inWords() {
        if (profile instanceof LoadProfile.Burst(int size, Duration _) && limit.total() <= size) {
            return limit.total() + " at once";
        }
        Duration duration = limit.duration();
        return profile.inWords()
                + (options.profile.expectedTotal(limit) == 0
                        ? ""
                        : ", " + limit.total() + " in all")
                + (duration == null ? "" : ", for " + duration.toMillis() / 1000.0 + " s");
    }

    /** Whether senders wait for their answers. */
    boolean isClosed() {
        return profile instanceof LoadProfile.Closed;
    }

    /** How many requests may be under way because of the profile. */
    int atOnce() {
        return profile instanceof LoadProfile.Closed(int senders) ? senders : Integer.MAX_VALUE;
    }

    /** How long senders that wait for their answers go on; null where the schedule itself ends. */
    @Nullable Duration longest() {
        return isClosed() ? limit.duration() : null;
    }

    Schedule schedule() {
        return new Schedule(profile, limit, new Random(options.profile.seed));
    }

    PictureOrder order() {
        return new PictureOrder(pictures, options.profile.seed);
    }

    AnswerChecker checker() {
        return new AnswerChecker(expectations, options.check.checker());
    }
}
