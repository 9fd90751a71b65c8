package dev.polybot.load;

import dev.polybot.load.command.LoadCommand;

/** {@code java -jar load-tester.jar}. */
public final class LoadTester {

    private LoadTester() {}

    public static void main(String[] arguments) {
        System.exit(LoadCommand.run(System.getenv(), arguments));
    }
}
