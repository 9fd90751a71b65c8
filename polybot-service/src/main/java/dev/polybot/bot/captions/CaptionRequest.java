package dev.polybot.bot.captions;

import dev.polybot.bot.filters.Concat;
import dev.polybot.bot.filters.FilterStep;
import dev.polybot.model.detection.DetectionOptions;

import java.util.List;

/** A parsed caption: the request, or the problem with it. */
public sealed interface CaptionRequest {

    /** Nothing: there is no caption. */
    record Absent() implements CaptionRequest {}

    /**
     * Filter each picture.
     *
     * @param steps at least one, in the order in which they are taken
     */
    record Chain(List<FilterStep> steps) implements CaptionRequest {

        public Chain {
            steps = List.copyOf(steps);
        }
    }

    /** Join all pictures to one. */
    record Join(Concat concat) implements CaptionRequest {}

    /** Find the things in each picture. */
    record Predict(DetectionOptions options) implements CaptionRequest {}

    /**
     * Nearly something that the bot understands.
     *
     * @param suggestion the whole caption as it was probably meant; it is understood when sent
     * @param example another caption of the same kind
     */
    record Misspelt(String suggestion, String example) implements CaptionRequest {}

    /**
     * Nothing that can be done.
     *
     * @param example a caption near to what was wanted that can
     */
    record Unclear(CaptionProblem problem, String example) implements CaptionRequest {

        /** Whether it is only friendly, or signs without a word. */
        public boolean saysNothing() {
            return problem instanceof CaptionProblem.UnknownAction(String typed) && typed.isEmpty();
        }

        /** Whether not even its first word is one of ours. */
        public boolean isAboutNothingOfOurs() {
            return problem instanceof CaptionProblem.UnknownAction;
        }
    }
}
