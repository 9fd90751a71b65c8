package dev.polybot.endtoend.applied;

import dev.polybot.endtoend.calls.RecordedService;

import org.awaitility.Awaitility;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** A service as a machine of that infrastructure starts it: the same settings, only ports and endpoints are of here. */
final class DeployedService {

    private static final Duration READY = Duration.ofMinutes(3);
    private static final Duration GONE = Duration.ofSeconds(60);

    private final String role;
    private final int port;
    private final RecordedService recorded;
    private final Path log;
    private final Process process;

    DeployedService(
            String role,
            Path jar,
            AppliedInfrastructure infrastructure,
            Map<String, String> ofHere,
            int port,
            Path folder)
            throws IOException {
        this.role = role;
        this.port = port;
        this.recorded = new RecordedService(role, variable -> infrastructure.endpoint());
        this.log = folder.resolve(role + ".log");
        ProcessBuilder builder =
                new ProcessBuilder(
                        List.of(
                                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                                "-XX:+UseSerialGC",
                                "-Xmx512m",
                                "--enable-native-access=ALL-UNNAMED",
                                "-jar",
                                jar.toString()));
        Map<String, String> environment = builder.environment();
        environment.keySet().removeIf(name -> name.startsWith("AWS_"));
        environment.putAll(infrastructure.environmentOf(role));
        environment.putAll(recorded.environment());
        environment.putAll(
                Map.of(
                        "AWS_ACCESS_KEY_ID", "test",
                        "AWS_SECRET_ACCESS_KEY", "test",
                        "S3_PATH_STYLE", "true",
                        "SERVER_PORT", Integer.toString(port),
                        "MANAGEMENT_PORT", "0"));
        environment.putAll(ofHere);
        this.process =
                builder.redirectErrorStream(true)
                        .redirectOutput(ProcessBuilder.Redirect.to(log.toFile()))
                        .start();
    }

    static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    void awaitReady() {
        URI ready = URI.create("http://127.0.0.1:" + port + "/readyz");
        try (HttpClient client = HttpClient.newHttpClient()) {
            Awaitility.await(role + " is ready; its log is " + log)
                    .atMost(READY)
                    .ignoreExceptionsInstanceOf(IOException.class)
                    .failFast(() -> !process.isAlive())
                    .until(
                            () ->
                                    client.send(
                                                            HttpRequest.newBuilder(ready).build(),
                                                            BodyHandlers.discarding())
                                                    .statusCode()
                                            == 200);
        }
    }

    void writeCallsTo(Path folder) throws IOException {
        recorded.writeTo(folder, "applied");
    }

    /** Asks it to end and waits; then kills it. */
    void stop() throws InterruptedException {
        process.destroy();
        if (!process.waitFor(GONE.toSeconds(), TimeUnit.SECONDS)) {
            process.destroyForcibly().waitFor();
        }
        recorded.close();
    }
}
