package dev.polybot.local.testing;

import java.nio.file.Files;
import java.nio.file.Path;

/** Where this repository lies, seen from the module whose tests run. */
final class Repository {

    private Repository() {}

    /** The nearest folder upwards that holds the built local stack. */
    static Path root() {
        Path start = Path.of(System.getProperty("polybot.root", "")).toAbsolutePath();
        for (Path folder = start; folder != null; folder = folder.getParent()) {
            if (Files.exists(jarIn(folder))) {
                return folder;
            }
        }
        throw new IllegalStateException(
                "local-stack/target/polybot.jar is neither in nor above "
                        + start
                        + "; `./mvnw package -pl local-stack -am -DskipTests` makes it");
    }

    static Path jarIn(Path root) {
        return root.resolve("local-stack/target/polybot.jar");
    }
}
