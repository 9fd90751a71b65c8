package dev.polybot.local.command;

import dev.polybot.local.live.LiveServer;
import dev.polybot.local.stack.FolderLock;
import dev.polybot.local.stack.FreePort;
import dev.polybot.local.stack.Installation;
import dev.polybot.local.stack.LocalStack;
import dev.polybot.local.stack.NamedModel;
import dev.polybot.local.stack.PidFile;
import dev.polybot.local.stack.StackFailure;
import dev.polybot.local.stack.StackOptions;
import dev.polybot.local.stack.StackOptions.Telegram;

import org.jspecify.annotations.Nullable;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;

@Command(
        name = "up",
        mixinStandardHelpOptions = true,
        description = {
            "Starts the whole system on this machine and stays until Ctrl-C.",
            "With TELEGRAM_TOKEN in the environment the bot talks to the real Telegram; without it"
                    + " there is a chat page in the browser."
        })
final class UpCommand implements Callable<Integer> {

    private static final int DEFAULT_PORT = 8080;
    private static final int DEFAULT_REST_PORT = 8090;
    private static final int DEFAULT_LIVE_PORT = 8070;
    private static final int ANY = 0;
    private static final int RESTARTS = 3;
    private static final int MAX_BOTS = 8;

    @Spec private CommandSpec spec = CommandSpec.create();
    @Mixin private StateDirectory home = new StateDirectory();

    @Option(
            names = "--port",
            paramLabel = "N",
            converter = Port.class,
            description = "The chat page's port (default: 8080, or any if that is taken).")
    private @Nullable Integer port;

    @Option(
            names = "--rest-port",
            paramLabel = "N",
            converter = Port.class,
            description = "The REST tier's port (default: 8090, or any if that is taken).")
    private @Nullable Integer restPort;

    @Option(
            names = "--bots",
            paramLabel = "N",
            description = "How many bots share the work, 1 to " + MAX_BOTS + " (default: 1).")
    private int bots = 1;

    @Option(
            names = "--live-port",
            paramLabel = "N",
            converter = Port.class,
            description =
                    "The port of the page that shows the system at work (default: 8070, or any if that is taken).")
    private @Nullable Integer livePort;

    private final Terminal terminal = Terminal.on(System.out);

    @Override
    public Integer call() throws IOException, InterruptedException {
        Optional<Telegram> real =
                Optional.ofNullable(System.getenv("TELEGRAM_TOKEN"))
                        .map(String::strip)
                        .filter(token -> !token.isEmpty())
                        .map(Telegram.Real::new);
        checkBots(real.isPresent());
        checkPorts();
        Installation installation = Installation.find();
        Path folder = home.of(installation);
        Optional<PidFile> running = PidFile.find(folder);
        if (running.isPresent()) {
            ModelInUse.of(running.get()).require(NamedModel.in(System.getenv()));
            terminal.line(
                    "Polybot is already running"
                            + at(running.get().page())
                            + ". `./polybot down` ends it.");
            return ExitCodes.OK;
        }
        FolderLock.requireFree(folder);
        DetectorTool.of(installation).requireModel();
        run(
                StackOptions.in(installation, folder)
                        .withTelegram(real.orElseGet(() -> new Telegram.Fake(pagePort())))
                        .withRestPort(restPort())
                        .withInstances(1, bots)
                        .withRestarts(RESTARTS));
        return ExitCodes.OK;
    }

    private void checkBots(boolean onTelegram) {
        if (bots < 1 || bots > MAX_BOTS) {
            throw new ParameterException(
                    spec.commandLine(), "--bots must be 1 to " + MAX_BOTS + ".");
        }
        if (bots > 1 && onTelegram) {
            throw new ParameterException(
                    spec.commandLine(),
                    "Telegram lets only one bot fetch its messages: leave --bots away.");
        }
    }

    private void checkPorts() {
        Map<Integer, String> options = new HashMap<>();
        wished().forEach(
                        (option, number) -> {
                            String other = options.put(number, option);
                            if (other != null) {
                                throw new ParameterException(
                                        spec.commandLine(),
                                        "%s and %s are both %d: each needs a port of its own."
                                                .formatted(other, option, number));
                            }
                        });
    }

    /** The ports that are given, by their options. */
    private Map<String, Integer> wished() {
        Map<String, Integer> wished = new LinkedHashMap<>();
        wished.put("--port", Objects.requireNonNullElse(port, ANY));
        wished.put("--rest-port", Objects.requireNonNullElse(restPort, ANY));
        wished.put("--live-port", Objects.requireNonNullElse(livePort, ANY));
        wished.values().removeIf(number -> number == ANY);
        return wished;
    }

    private void run(StackOptions options) throws IOException, InterruptedException {
        terminal.line("Polybot is starting.");
        Thread farewell = new Thread(() -> sayGoodbye(options.home()));
        Runtime.getRuntime().addShutdownHook(farewell);
        try (LiveServer live =
                        LiveServer.start(freePort("--live-port", livePort, DEFAULT_LIVE_PORT));
                LocalStack stack =
                        LocalStack.start(
                                options.withSpansTo(live.address()),
                                new RestartCounts(new StackProgress(terminal), options.home()))) {
            live.show(stack);
            PidFile.write(
                    options.home(),
                    NamedModel.in(System.getenv()),
                    stack.page(),
                    stack.restAddress(0),
                    live.address(),
                    stack.detectorAddresses());
            welcome(stack, options, live.address());
            stack.awaitClosed();
        } catch (StackFailure e) {
            Runtime.getRuntime().removeShutdownHook(farewell);
            throw e;
        } finally {
            PidFile.remove(options.home());
        }
    }

    /** From now on nobody takes it for one that can be talked to. */
    private void sayGoodbye(Path home) {
        try {
            PidFile.remove(home);
        } catch (IOException e) {
            // Its process ends, which says the same.
        }
        terminal.line("\nPolybot is ending.");
    }

    private void welcome(LocalStack stack, StackOptions options, URI live) {
        URI page = stack.page();
        terminal.line("");
        terminal.line(
                page == null
                        ? "  "
                                + terminal.strong("The bot is on Telegram now")
                                + ": write to it there."
                        : "  Chat with the bot:  " + terminal.strong(page.toString()));
        terminal.line(
                "  Show it pictures:   "
                        + terminal.strong(stack.restAddress(0) + "/")
                        + terminal.faint("  (for programs: " + stack.restAddress(0) + "/api)"));
        DetectorStatus.of(stack.detectorAddress(0)).ifPresent(this::tellModel);
        terminal.line("  See it work:        " + terminal.strong(live.toString()));
        terminal.line("  Logs:               " + options.home().resolve("logs"));
        terminal.line("  " + terminal.faint("Ctrl-C ends it."));
    }

    private void tellModel(DetectorStatus detector) {
        String advice = detector.advice();
        terminal.line(
                "  Model in use:       "
                        + detector.modelInWords()
                        + (advice.isEmpty() ? "" : terminal.faint("  (" + advice + ")")));
    }

    private int pagePort() {
        return freePort("--port", port, DEFAULT_PORT);
    }

    private int restPort() {
        return freePort("--rest-port", restPort, DEFAULT_REST_PORT);
    }

    /** The port that was wished for, which must be free; else the usual one if it is free, or 0 for any. */
    private int freePort(String option, @Nullable Integer wished, int usual) {
        if (wished != null) {
            if (wished != ANY && !FreePort.isFree(wished)) {
                throw new StackFailure(
                        "Port " + wished + " is taken or not allowed.",
                        "Choose another with " + option + ", or 0 for any.");
            }
            return wished;
        }
        if (FreePort.isFree(usual) && !wished().containsValue(usual)) {
            return usual;
        }
        terminal.line("Port " + usual + " is taken; another one is used.");
        return 0;
    }

    private static String at(@Nullable URI page) {
        return page == null ? ", on Telegram" : " at " + page;
    }
}
