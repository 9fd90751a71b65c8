package dev.polybot.local.stack;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/** How others find the queues, buckets and tables of a system that runs. */
public final class EmulatedAws {

    private EmulatedAws() {}

    /**
     * The environment variables with which programs find them.
     *
     * @param home the running system's folder
     */
    public static Map<String, String> environmentIn(Path home) throws IOException {
        Path file = home.resolve("data/aws/environment.properties");
        if (!Files.exists(file)) {
            throw new StackFailure(
                    "The system in " + home + " has not said where its queues are.",
                    "Wait until it is up, or end it with `./polybot down` and start it again.");
        }
        return Map.copyOf(new ServiceEnvironments(Map.of()).emulators(file));
    }
}
