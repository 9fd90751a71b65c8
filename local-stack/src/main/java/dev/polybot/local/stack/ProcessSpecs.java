package dev.polybot.local.stack;

import dev.polybot.local.stack.StackOptions.Telegram;
import dev.polybot.local.telegram.FakeTelegramServer;
import dev.polybot.local.telegram.delivery.Backoff;

import org.jspecify.annotations.Nullable;

import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** How each part is started: its command, its environment, its log and the sign that it is ready. */
final class ProcessSpecs {

    private static final String DETECTOR = "detector-service";
    private static final String BOT = "polybot-service";

    /** A young generation as large as Java would make it fills with garbage, which counts as memory in use; these suffice. */
    private static final List<String> EMULATORS_JVM =
            List.of(
                    "-Xmx256m",
                    "-Xms80m",
                    "-Xmn24m",
                    "-XX:TrimNativeHeapInterval=10000",
                    "-XX:+UseSerialGC",
                    "-XX:TieredStopAtLevel=1",
                    "--enable-native-access=ALL-UNNAMED",
                    "--sun-misc-unsafe-memory-access=allow");

    /**
     * As in production, but compiled quickly: most of the work is done by native code, and a machine that somebody tries it on
     * has better to do than to compile. The C library hoards what pictures leave behind unless it is trimmed, and a still smaller
     * young generation lets pictures grow old, whose native memory then waits for a full collection.
     */
    private static final List<String> DETECTOR_JVM =
            List.of(
                    "-XX:+UseSerialGC",
                    "-XX:TieredStopAtLevel=1",
                    "-Xmx512m",
                    "-Xms96m",
                    "-Xmn32m",
                    "-XX:TrimNativeHeapInterval=10000",
                    "-Xss512k",
                    "-XX:+ExitOnOutOfMemoryError",
                    "--enable-native-access=ALL-UNNAMED");

    /** Likewise. */
    private static final List<String> BOT_JVM =
            List.of(
                    "-XX:+UseSerialGC",
                    "-XX:TieredStopAtLevel=1",
                    "-Xmx192m",
                    "-Xms80m",
                    "-Xmn24m",
                    "-XX:TrimNativeHeapInterval=10000",
                    "-Xss512k",
                    "-XX:+ExitOnOutOfMemoryError");

    private final StackOptions options;
    private final Path data;
    private final Path logs;
    private final ServiceEnvironments environments = new ServiceEnvironments(System.getenv());

    ProcessSpecs(StackOptions options) {
        this.options = options;
        this.data = Installation.folder(options.home().resolve("data"));
        this.logs = Installation.folder(options.home().resolve("logs"));
    }

    ProcessSpec emulators() {
        Installation installation = options.installation();
        List<String> command =
                new ArrayList<>(List.of("/bin/sh", "-c", "trap '' INT HUP; exec \"$@\"", "sh"));
        command.add(Installation.java().toString());
        command.addAll(EMULATORS_JVM);
        command.addAll(
                List.of(
                        "-cp",
                        installation.launcherJar()
                                + File.pathSeparator
                                + installation.libraries()
                                + "/*",
                        "dev.polybot.local.emulators.EmulatorsMain",
                        emulatorData().toString()));
        Map<String, String> environment = environments.common();
        environment.put("DDB_LOCAL_TELEMETRY", "0");
        return new ProcessSpec(
                "emulators",
                command,
                environment,
                log("emulators"),
                ProcessSpec.Readiness.by(awsFile()));
    }

    FakeTelegramServer.Settings fakeTelegram(int pagePort) throws IOException {
        return new FakeTelegramServer.Settings(
                pagePort,
                data.resolve("telegram"),
                Files.readString(emulatorData().resolve("telegram-token")).strip(),
                options.installation().samples(),
                Backoff.DEFAULT);
    }

    ProcessSpec detector(int instance, int port) throws IOException {
        Map<String, String> environment = environments.detector(awsFile(), port);
        environment.putAll(options.detectors().environment());
        return service("detector", instance, DETECTOR_JVM, DETECTOR, environment);
    }

    /**
     * How a bot is started.
     *
     * @param restPort the port of its REST tier
     * @param webhook the address that is announced to Telegram
     * @param telegram the stand-in's address; null for the real Telegram
     */
    ProcessSpec bot(int instance, int port, int restPort, URI webhook, @Nullable URI telegram)
            throws IOException {
        Map<String, String> environment = environments.bot(awsFile(), port, restPort);
        environment.put("REST_SAMPLES", options.installation().samples().toString());
        if (telegram != null) {
            environment.put("TELEGRAM_API_URL", telegram.toString());
            environment.put("TELEGRAM_APP_URL", webhook.toString());
        } else if (options.telegram() instanceof Telegram.Real(String token)) {
            environment.put("TELEGRAM_MODE", "polling");
            environment.put("TELEGRAM_TOKEN", token);
        }
        environment.putAll(options.bots().environment());
        return service("bot", instance, BOT_JVM, BOT, environment);
    }

    /** Where this machine reaches the REST tier with that port. */
    URI restAddress(int port) {
        return environments.restAddress(port);
    }

    Map<String, String> awsEnvironment() {
        try {
            return Map.copyOf(environments.emulators(awsFile()));
        } catch (IOException e) {
            throw new StackFailure("The emulators are not ready.", "Start them first.", e);
        }
    }

    private ProcessSpec service(
            String name,
            int instance,
            List<String> jvm,
            String module,
            Map<String, String> environment) {
        String numbered = instance == 0 ? name : name + "-" + (instance + 1);
        URI spans = options.spans();
        if (spans != null) {
            environment.put("OTEL_EXPORTER_OTLP_ENDPOINT", spans.toString());
            environment.put("OTEL_SERVICE_INSTANCE_ID", numbered);
            environment.put("OTEL_BSP_SCHEDULE_DELAY", "500");
            environment.put("MANAGEMENT_OPERATIONS", "unrestricted");
        }
        List<String> command = new ArrayList<>(List.of(Installation.java().toString()));
        command.addAll(jvm);
        command.addAll(List.of("-jar", options.installation().service(module).toString()));
        return new ProcessSpec(
                numbered,
                ParentWatchdog.tie(command),
                environment,
                log(numbered),
                ProcessSpec.Readiness.at(
                        URI.create(
                                "http://127.0.0.1:" + environment.get("SERVER_PORT") + "/readyz")));
    }

    private Path emulatorData() {
        return Installation.folder(data.resolve("aws"));
    }

    private Path awsFile() {
        return emulatorData().resolve("environment.properties");
    }

    private Path log(String name) {
        return logs.resolve(name + ".log");
    }
}
