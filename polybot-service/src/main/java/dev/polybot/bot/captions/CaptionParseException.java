package dev.polybot.bot.captions;

import java.io.Serial;

/** Signals that a caption cannot be executed. */
final class CaptionParseException extends Exception {

    @Serial private static final long serialVersionUID = 1L;

    private final transient CaptionProblem problem;
    private final Keyword nearest;

    /**
     * @param nearest what was being read, or comes nearest to it
     */
    CaptionParseException(CaptionProblem problem, Keyword nearest) {
        super(problem.toString(), null, false, false);
        this.problem = problem;
        this.nearest = nearest;
    }

    CaptionRequest.Unclear asRequest() {
        return new CaptionRequest.Unclear(problem, nearest.help().firstExample());
    }
}
