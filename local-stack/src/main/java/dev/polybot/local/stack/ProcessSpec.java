package dev.polybot.local.stack;

import org.jspecify.annotations.Nullable;

import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * One process of the system: what to start and how to know that it is ready.
 *
 * @param name as people read it, also its log's name
 * @param command the program and its arguments
 * @param environment all of its environment
 * @param log where its output goes
 * @param readiness how to know that it is ready
 */
record ProcessSpec(
        String name,
        List<String> command,
        Map<String, String> environment,
        Path log,
        Readiness readiness) {

    /** Where it tells of itself; null when it does not. */
    @Nullable URI management() {
        String own = environment.get("MANAGEMENT_PORT");
        String port = own == null ? environment.get("SERVER_PORT") : own;
        return port == null ? null : URI.create("http://127.0.0.1:" + port);
    }

    /** Where a part says that it is ready: at an address that answers 200, or by a file that appears. */
    record Readiness(@Nullable URI address, @Nullable Path file) {

        static Readiness at(URI address) {
            return new Readiness(address, null);
        }

        static Readiness by(Path file) {
            return new Readiness(null, file);
        }
    }
}
