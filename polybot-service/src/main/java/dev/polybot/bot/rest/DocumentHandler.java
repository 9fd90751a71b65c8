package dev.polybot.bot.rest;

import org.springframework.web.servlet.function.ServerRequest;
import org.springframework.web.servlet.function.ServerResponse;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

import tools.jackson.databind.json.JsonMapper;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Objects;

/** The contract, written as YAML and given as JSON too. */
final class DocumentHandler {

    private static final String RESOURCE = "/openapi.yaml";

    private final byte[] yaml = read();
    private final byte[] json =
            JsonMapper.shared()
                    .writeValueAsBytes(
                            new Yaml(new SafeConstructor(new LoaderOptions()))
                                    .<Object>load(
                                            new String(
                                                    yaml,
                                                    java.nio.charset.StandardCharsets.UTF_8)));

    ServerResponse yaml(ServerRequest request) {
        return document("application/yaml", yaml);
    }

    ServerResponse json(ServerRequest request) {
        return document("application/json", json);
    }

    private static ServerResponse document(String type, byte[] content) {
        return ServerResponse.ok()
                .header("Content-Type", type)
                .header("Cache-Control", "no-cache")
                .body(content);
    }

    private static byte[] read() {
        try (InputStream resource = DocumentHandler.class.getResourceAsStream(RESOURCE)) {
            return Objects.requireNonNull(resource, RESOURCE).readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException("The contract cannot be read.", e);
        }
    }
}
