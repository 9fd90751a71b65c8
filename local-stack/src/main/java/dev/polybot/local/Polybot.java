package dev.polybot.local;

import dev.polybot.local.command.PolybotCommand;

/** {@code ./polybot}. */
public final class Polybot {

    private Polybot() {}

    public static void main(String[] arguments) {
        System.exit(PolybotCommand.run(arguments));
    }
}
