package dev.polybot.local.stack;

import java.io.IOException;
import java.io.Reader;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;

/** The environment of each part: what it needs, and nothing else of the shell that started it. */
final class ServiceEnvironments {

    /** What any program may need to find its way on this machine. */
    private static final Set<String> COMMON =
            Set.of("PATH", "HOME", "USER", "LANG", "LC_ALL", "TZ", "TMPDIR");

    private static final Set<String> PROXIES =
            Set.of("HTTP_PROXY", "HTTPS_PROXY", "NO_PROXY", "ALL_PROXY");

    private static final String LOOPBACK = "127.0.0.1";
    private static final Set<String> EVERYWHERE = Set.of("0.0.0.0", "::");
    private static final String DETECTOR_SETTINGS = "DETECTOR_";
    private static final String REST_SETTINGS = "REST_";
    private static final String DETECTOR_MODEL = "DETECTOR_MODEL";

    private final Map<String, String> shell;

    ServiceEnvironments(Map<String, String> shell) {
        this.shell = shell;
    }

    Map<String, String> common() {
        Map<String, String> environment = new TreeMap<>();
        shell.forEach(
                (name, value) -> {
                    if (COMMON.contains(name) || PROXIES.contains(name.toUpperCase(Locale.ROOT))) {
                        environment.put(name, value);
                    }
                });
        return environment;
    }

    Map<String, String> detector(Path aws, int port) throws IOException {
        Map<String, String> environment = service(aws, port);
        shell.forEach(
                (name, value) -> {
                    if (name.startsWith(DETECTOR_SETTINGS)) {
                        environment.put(name, value);
                    }
                });
        environment.computeIfPresent(DETECTOR_MODEL, (name, model) -> absolute(model));
        return environment;
    }

    /**
     * A bot's environment. Only this machine reaches its REST tier unless the shell names another address, and it needs no key
     * unless the shell brings some.
     *
     * @param aws the file that the emulators write
     */
    Map<String, String> bot(Path aws, int port, int restPort) throws IOException {
        Map<String, String> environment = service(aws, port);
        shell.forEach(
                (name, value) -> {
                    if (name.startsWith(REST_SETTINGS)) {
                        environment.put(name, value);
                    }
                });
        environment.put("REST_PORT", Integer.toString(restPort));
        environment.put("REST_ADDRESS", restAddress());
        environment.put("MANAGEMENT_PORT", Integer.toString(FreePort.any()));
        boolean keys = environment.containsKey("REST_API_KEYS");
        environment.put("REST_OPEN", Boolean.toString(!keys));
        return environment;
    }

    private String restAddress() {
        String wished = shell.getOrDefault("REST_ADDRESS", "");
        return wished.isBlank() ? LOOPBACK : wished;
    }

    /** Where this machine reaches the REST tier: what listens everywhere, it reaches by loopback. */
    URI restAddress(int port) {
        String address = restAddress();
        if (EVERYWHERE.contains(address)) {
            address = LOOPBACK;
        }
        return URI.create(
                "http://" + (address.contains(":") ? "[" + address + "]" : address) + ":" + port);
    }

    /**
     * The environment that both services share. They listen on loopback unless the shell names another address.
     *
     * @param aws the file that the emulators write
     */
    Map<String, String> service(Path aws, int port) throws IOException {
        Map<String, String> environment = common();
        environment.putAll(emulators(aws));
        environment.put("SERVER_PORT", Integer.toString(port));
        environment.put("SERVER_ADDRESS", shell.getOrDefault("SERVER_ADDRESS", LOOPBACK));
        return environment;
    }

    /** What the emulators tell those who use them. */
    Map<String, String> emulators(Path aws) throws IOException {
        Properties properties = new Properties();
        try (Reader reader = Files.newBufferedReader(aws)) {
            properties.load(reader);
        }
        Map<String, String> environment = new TreeMap<>();
        properties
                .stringPropertyNames()
                .forEach(n -> environment.put(n, properties.getProperty(n)));
        return environment;
    }

    private static String absolute(String model) {
        Path path = model.contains("://") ? Path.of("") : Path.of(model);
        return Files.isRegularFile(path) ? path.toAbsolutePath().toString() : model;
    }
}
