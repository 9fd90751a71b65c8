package dev.polybot.bot.rest;

import java.io.Serial;

/** Ends a request with a problem. It is no fault of ours and carries no stack. */
public final class ProblemException extends RuntimeException {

    @Serial private static final long serialVersionUID = 1L;

    private final transient Problem problem;

    ProblemException(Problem problem) {
        super(problem.detail(), null, false, false);
        this.problem = problem;
    }

    public Problem problem() {
        return problem;
    }
}
