package dev.polybot.bot.captions;

import org.jspecify.annotations.Nullable;

import java.io.Serial;

/** Ends the parsing of a caption that is no valid request: the problem, without wording, and an example that would work. */
final class CaptionParseException extends Exception {

    @Serial private static final long serialVersionUID = 1L;

    private final transient CaptionProblem problem;
    private final String example;

    /**
     * @param nearest what was being read, or comes nearest to it
     */
    CaptionParseException(CaptionProblem problem, Keyword nearest) {
        this(problem, nearest.help().firstExample());
    }

    /**
     * @param example a caption that comes near to what was wanted
     */
    CaptionParseException(CaptionProblem problem, String example) {
        super(problem.toString(), null, false, false);
        this.problem = problem;
        this.example = example;
    }

    CaptionProblem problem() {
        return problem;
    }

    /**
     * It as an answer.
     *
     * @param rest what is understood of the caption without what is wrong; null for nothing
     */
    CaptionRequest.Unclear asRequest(@Nullable String rest) {
        return new CaptionRequest.Unclear(problem, rest == null ? example : rest);
    }
}
