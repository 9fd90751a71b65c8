package dev.polybot.endtoend.applied;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;

/**
 * What Terraform made and says of it.
 *
 * @param outputs what {@code terraform output -json} prints
 * @param endpoint where AWS is played
 * @param token the bot's token, which lies in the secret
 */
record AppliedInfrastructure(JsonNode outputs, URI endpoint, String token) {

    static AppliedInfrastructure of(Map<String, String> environment) throws IOException {
        return new AppliedInfrastructure(
                JsonMapper.shared()
                        .readTree(Files.readString(Path.of(environment.get("APPLIED_OUTPUTS")))),
                URI.create(environment.get("AWS_ENDPOINT_URL")),
                environment.get("APPLIED_TOKEN"));
    }

    /** The environment that a service's container gets on its machine. */
    Map<String, String> environmentOf(String service) {
        Map<String, String> environment = new TreeMap<>();
        outputs.path(service + "_environment")
                .path("value")
                .properties()
                .forEach(entry -> environment.put(entry.getKey(), entry.getValue().asString()));
        return environment;
    }
}
