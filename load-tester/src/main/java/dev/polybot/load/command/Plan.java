package dev.polybot.load.command;

import dev.polybot.load.check.Expectations;
import dev.polybot.load.pictures.PictureFile;
import dev.polybot.load.pictures.PictureFiles;
import dev.polybot.load.pictures.PictureOrder;
import dev.polybot.load.run.Opinion;
import dev.polybot.load.shape.Extent;
import dev.polybot.load.shape.Schedule;
import dev.polybot.load.shape.Shape;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Random;

/** What is to be sent and what is expected to come back, as the options say; made before anything is asked. */
record Plan(
        RunOptions options,
        Shape shape,
        Extent extent,
        List<PictureFile> pictures,
        Expectations expectations) {

    static Plan of(RunOptions options) throws IOException {
        Shape shape = options.shape.shape();
        List<PictureFile> pictures = PictureFiles.in(options.places);
        Plan plan =
                new Plan(
                        options,
                        shape,
                        options.shape.extent(shape),
                        pictures,
                        options.check.expectations(pictures));
        var _ = plan.opinion();
        var _ = options.limits(plan.atOnce());
        return plan;
    }

    String inWords() {
        if (shape instanceof Shape.Burst(int size, Duration _) && extent.total() <= size) {
            return extent.total() + " at once";
        }
        Duration duration = extent.duration();
        return shape.inWords()
                + (options.shape.expectedTotal(extent) == 0
                        ? ""
                        : ", " + extent.total() + " in all")
                + (duration == null ? "" : ", for " + duration.toMillis() / 1000.0 + " s");
    }

    /** Whether senders wait for their answers. */
    boolean isClosed() {
        return shape instanceof Shape.Closed;
    }

    /** How many requests may be under way because of the shape. */
    int atOnce() {
        return shape instanceof Shape.Closed(int senders) ? senders : Integer.MAX_VALUE;
    }

    /** How long senders that wait for their answers go on; null where the schedule itself ends. */
    @Nullable Duration longest() {
        return isClosed() ? extent.duration() : null;
    }

    Schedule schedule() {
        return new Schedule(shape, extent, new Random(options.shape.seed));
    }

    PictureOrder order() {
        return new PictureOrder(pictures, options.shape.seed);
    }

    Opinion opinion() {
        return new Opinion(expectations, options.check.judge());
    }
}
