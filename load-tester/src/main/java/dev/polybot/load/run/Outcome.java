package dev.polybot.load.run;

/** What became of a request. */
public enum Outcome {
    /** Answered, and the answer is what was expected. */
    RIGHT,
    /** Answered with something else. */
    WRONG,
    /** Refused, or answered that it could not be done. */
    FAILED,
    /** Not answered in time. */
    LOST,
    /** Still under way when the run was ended from outside. */
    UNFINISHED
}
