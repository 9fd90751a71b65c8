package dev.polybot.bot.captions;

import java.io.Serial;

/** Signals that a caption cannot be executed. */
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

    CaptionRequest.Unclear asRequest() {
        return new CaptionRequest.Unclear(problem, example);
    }
}
