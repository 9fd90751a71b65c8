package dev.polybot.local.command;

import static java.util.stream.Collectors.joining;

import dev.polybot.local.stack.EmulatedAws;
import dev.polybot.local.stack.Installation;
import dev.polybot.local.stack.PidFile;
import dev.polybot.local.stack.StackFailure;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Unmatched;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;

/** Hands everything on to the load tester, which is a program of its own, with the running system's addresses. */
@Command(
        name = "load",
        description = {
            "Loads the system, checks every answer, and writes a report with plots; starts the system for it if it is"
                    + " not up.",
            "`./polybot load --help` lists the ways in, `./polybot load queue --help` the options of one."
        })
final class LoadCommand implements Callable<Integer> {

    private static final String NAME = "./polybot load";
    private static final Set<String> WITHOUT_A_SYSTEM = Set.of("compare", "help");
    private static final Set<String> INFORMATION = Set.of("--help", "-h", "--version", "-V");
    private static final Set<String> ADDRESSES = Set.of("--url", "--chat-server");

    @Mixin private StateDirectory home = new StateDirectory();

    /** All but our own option, in the order in which it was given. */
    @Unmatched private List<String> arguments = new ArrayList<>();

    private final Terminal terminal = Terminal.on(System.err);

    @Override
    public Integer call() throws IOException, InterruptedException {
        Installation installation = Installation.find();
        Path folder = home.of(installation);
        LoadTester tester = new LoadTester(jar(installation), NAME, home.asGiven());
        if (asksNoSystem(arguments)) {
            return tester.run(arguments, Map.of());
        }
        if (PidFile.find(folder).isEmpty()) {
            int mistake = tester.check(arguments);
            if (mistake != ExitCodes.OK) {
                return mistake;
            }
        }
        try (Session session = Session.open(installation, folder, terminal)) {
            return tester.run(arguments, addresses(session, folder));
        }
    }

    /** Whether what is asked needs no system here, as a comparison of two reports does, or load on a system elsewhere. */
    static boolean asksNoSystem(List<String> arguments) {
        return arguments.isEmpty()
                || WITHOUT_A_SYSTEM.contains(arguments.getFirst())
                || arguments.stream().anyMatch(INFORMATION::contains)
                || arguments.stream()
                        .map(argument -> argument.split("=", 2)[0])
                        .anyMatch(ADDRESSES::contains);
    }

    private static Map<String, String> addresses(Session session, Path folder) throws IOException {
        Map<String, String> addresses = new HashMap<>(EmulatedAws.environmentIn(folder));
        addresses.put("TELEGRAM_API_URL", session.chatPage().toString());
        URI rest = session.rest();
        if (rest != null) {
            addresses.put("POLYBOT_REST_URL", rest.toString());
        }
        addresses.put(
                "POLYBOT_DETECTORS",
                session.detectors().stream().map(URI::toString).collect(joining(",")));
        return addresses;
    }

    private static Path jar(Installation installation) {
        Path jar = installation.root().resolve("load-tester/target/load-tester.jar");
        if (!Files.exists(jar)) {
            throw new StackFailure(jar + " is missing.", "`./mvnw package -DskipTests` builds it.");
        }
        return jar;
    }
}
