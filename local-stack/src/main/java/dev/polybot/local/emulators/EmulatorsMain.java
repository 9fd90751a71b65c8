package dev.polybot.local.emulators;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * Starts the emulators in this process: {@code EmulatorsMain DATA_FOLDER [NAME]}.
 *
 * <p>Ready when {@code DATA_FOLDER/environment.properties} appears: the environment with which the services find the
 * emulators. Everything they keep lies in the data folder and is there again after any end, orderly or not.
 *
 * <p>Without a name they serve this machine alone, on free ports, and the process ends when its standard input does, so it
 * cannot outlive whoever started it. With a name, which is how a container's neighbours know it, they serve every address:
 * SQS at port 4566, S3 at 4567, DynamoDB at 4568, Secrets Manager at 4569.
 *
 * <p>The environment variable {@code TELEGRAM_TOKEN} is the bot token that the Telegram secret holds; without it one is
 * made up.
 */
public final class EmulatorsMain {

    static final String ENVIRONMENT_FILE = "environment.properties";

    private EmulatorsMain() {}

    public static void main(String[] arguments) throws Exception {
        if (arguments.length < 1 || arguments.length > 2) {
            throw new IllegalArgumentException("usage: EmulatorsMain DATA_FOLDER [NAME]");
        }
        Path data = Files.createDirectories(Path.of(arguments[0]));
        Files.deleteIfExists(data.resolve(ENVIRONMENT_FILE));
        if (arguments.length == 1) {
            endWithStandardInput();
            start(
                    data,
                    BindAddress.THIS_MACHINE,
                    Ports.rememberedIn(data.resolve("ports.properties")));
        } else {
            start(data, BindAddress.network(arguments[1]), Ports.WELL_KNOWN);
        }
    }

    private static void start(Path data, BindAddress bind, Ports ports)
            throws IOException, InterruptedException {
        Map<String, String> secrets = secrets(data);
        startTogether(
                () -> SqsEmulator.start(bind, ports.sqs(), folder(data, "sqs")),
                () -> DynamoDbEmulator.start(bind, ports.dynamoDb(), folder(data, "dynamodb")),
                () -> S3Emulator.start(bind, ports.s3(), folder(data, "objects")));
        startTogether(() -> SecretsEmulator.start(bind, ports.secrets(), secrets));
        ServiceEnvironment.write(
                ServiceEnvironment.of(bind, ports), data.resolve(ENVIRONMENT_FILE));
    }

    private static Map<String, String> secrets(Path data) throws IOException {
        String token =
                BotToken.givenOrKeptIn(
                        System.getenv("TELEGRAM_TOKEN"), data.resolve("telegram-token"));
        return Map.of(Names.TELEGRAM_SECRET, "{\"TELEGRAM_TOKEN\":\"" + token + "\"}");
    }

    private static Path folder(Path data, String name) throws IOException {
        return Files.createDirectories(data.resolve(name));
    }

    private static void startTogether(Start... starts) throws InterruptedException {
        try (ExecutorService threads = Executors.newFixedThreadPool(starts.length)) {
            List<Callable<Object>> calls =
                    List.of(starts).stream()
                            .<Callable<Object>>map(EmulatorsMain::callable)
                            .toList();
            for (Future<?> started : threads.invokeAll(calls)) {
                started.get();
            }
        } catch (ExecutionException e) {
            e.printStackTrace();
            Runtime.getRuntime().halt(1);
        }
    }

    private static Callable<Object> callable(Start start) {
        return () -> {
            start.run();
            return start;
        };
    }

    private static void endWithStandardInput() {
        Thread.ofPlatform()
                .daemon()
                .name("end-with-standard-input")
                .start(
                        () -> {
                            try {
                                while (System.in.read() >= 0) {}
                            } catch (IOException closed) {
                                // The same as its end.
                            }
                            Runtime.getRuntime().halt(0);
                        });
    }

    private interface Start {
        void run() throws Exception;
    }
}
