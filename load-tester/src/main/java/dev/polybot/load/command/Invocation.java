package dev.polybot.load.command;

import static java.util.stream.Collectors.joining;

import java.util.List;
import java.util.Map;

/** How the program was called. */
record Invocation(Map<String, String> environment, List<String> arguments) {

    /** The command line, such that a shell reads the same from it. */
    String commandLine() {
        String name = environment.getOrDefault("POLYBOT_LOAD_NAME", "java -jar load-tester.jar");
        String data = variable("POLYBOT_LOAD_DATA");
        return name
                + (data.isEmpty() ? "" : " --data " + quoted(data))
                + ' '
                + arguments.stream().map(Invocation::quoted).collect(joining(" "));
    }

    String variable(String name) {
        return environment.getOrDefault(name, "");
    }

    private static String quoted(String argument) {
        return argument.matches("[A-Za-z0-9_./:=,@%+-]+")
                ? argument
                : "'" + argument.replace("'", "'\\''") + "'";
    }
}
