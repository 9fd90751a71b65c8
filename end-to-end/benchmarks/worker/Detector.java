import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** The detector of a variant as a process, with the flags that `./polybot up` gives it. */
final class Detector implements AutoCloseable {

    private final Process process;

    Detector(Variant variant, Map<String, String> emulators, Path data) throws Exception {
        int port = freePort();
        List<String> command =
                new ArrayList<>(
                        List.of(
                                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                                "-XX:+UseSerialGC",
                                "-Xmx512m",
                                "-XX:TrimNativeHeapInterval=10000",
                                "-Xss512k",
                                "--enable-native-access=ALL-UNNAMED"));
        command.addAll(List.of(variant.settings().getOrDefault("JVM", "-XX:TieredStopAtLevel=1 -Xms96m -Xmn32m").split(" ")));
        command.addAll(List.of("-jar", variant.checkout().resolve("detector-service/target/detector-service.jar").toString()));
        ProcessBuilder java = new ProcessBuilder(command);
        java.environment().putAll(emulators);
        java.environment().putAll(Map.of("SERVER_PORT", Integer.toString(port), "DETECTOR_OFFLINE", "true"));
        java.environment().putAll(variant.settings());
        java.redirectErrorStream(true);
        java.redirectOutput(data.resolve("detector.log").toFile());
        process = java.start();
        awaitReady(port, data);
    }

    private void awaitReady(int port, Path data) throws Exception {
        while (!isReady(port)) {
            if (!process.isAlive()) {
                throw new IllegalStateException("The detector ended: " + java.nio.file.Files.readString(data.resolve("detector.log")));
            }
            Thread.sleep(100);
        }
    }

    private static boolean isReady(int port) throws IOException {
        HttpURLConnection connection =
                (HttpURLConnection) URI.create("http://127.0.0.1:" + port + "/readyz").toURL().openConnection();
        try {
            return connection.getResponseCode() == 200;
        } catch (IOException e) {
            return false;
        } finally {
            connection.disconnect();
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    long pid() {
        return process.pid();
    }

    /** Stops it while jobs are put into the queue, and lets it go on. */
    void signal(String name) throws Exception {
        new ProcessBuilder("kill", "-" + name, Long.toString(process.pid())).start().waitFor();
    }

    @Override
    public void close() throws Exception {
        process.destroy();
        if (!process.waitFor(30, TimeUnit.SECONDS)) {
            process.destroyForcibly().waitFor();
        }
    }
}
