package dev.polybot.bot.pacing;

/**
 * Where it is kept what has been said and waits to be said.
 *
 * @param lines of each chat
 * @param flow of each bot
 * @param limits that hold as long as this is what is known
 */
record Memory(Register<Line> lines, Register<Flow> flow, PacingLimits limits) {

    /** Known to this process alone. */
    static Memory local(PacingLimits limits) {
        return new Memory(new LocalRegister<>(Line.EMPTY), new LocalRegister<>(Flow.EMPTY), limits);
    }
}
