package dev.polybot.local.stack;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Where the built system lies.
 *
 * @param root the repository
 */
public record Installation(Path root) {

    /**
     * The repository that the working folder is in, or that the system property {@code polybot.root} names.
     *
     * @throws StackFailure when there is none
     */
    public static Installation find() {
        Path start = Path.of(System.getProperty("polybot.root", "")).toAbsolutePath().normalize();
        for (Path folder = start; folder != null; folder = folder.getParent()) {
            Installation candidate = new Installation(folder);
            if (Files.exists(candidate.launcherJar())) {
                return candidate;
            }
        }
        throw new StackFailure(
                "No built Polybot in or above " + start + ".",
                "Run `./mvnw package -DskipTests` in its folder first.");
    }

    public Path launcherJar() {
        return root.resolve("local-stack/target/polybot.jar");
    }

    Path libraries() {
        return root.resolve("local-stack/target/lib");
    }

    /** Where data, logs and the note of what is running lie unless somebody says otherwise. */
    public Path home() {
        return root.resolve(".polybot");
    }

    public Path samples() {
        return root.resolve("docs/samples");
    }

    /** The jar with which a service is started, such as {@code detector-service}; its libraries lie beside it. */
    public Path service(String module) {
        Path target = root.resolve(module).resolve("target");
        Path jar = target.resolve(module + ".jar");
        if (!Files.exists(jar)) {
            throw new StackFailure(jar + " is missing.", "`./mvnw package -DskipTests` builds it.");
        }
        return new UnpackedJar(jar, target.resolve("unpacked")).path();
    }

    static Path java() {
        return Path.of(System.getProperty("java.home"), "bin", "java");
    }

    static Path folder(Path folder) {
        try {
            return Files.createDirectories(folder);
        } catch (IOException e) {
            throw new StackFailure(
                    "The folder " + folder + " cannot be made.", "Choose another with --data.", e);
        }
    }
}
