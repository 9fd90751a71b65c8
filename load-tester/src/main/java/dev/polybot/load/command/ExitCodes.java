package dev.polybot.load.command;

/** What the load tester ends with. */
final class ExitCodes {

    /** Every request was answered, rightly and once, within the limits that were set. */
    static final int OK = 0;

    /** A limit was not kept, or answers were lost, wrong, double, or said that something could not be done. */
    static final int NOT_RIGHT = 1;

    /** Used wrongly, or pointed at something that may not be loaded. */
    static final int USAGE = 2;

    /** The system is not there, or does not let itself be loaded. */
    static final int NO_SYSTEM = 3;

    private ExitCodes() {}
}
