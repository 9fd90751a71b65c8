package dev.polybot.bot.rest.contract;

import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** The document that the tier serves, as tests read it. */
public final class Contract {

    private final JsonNode document;

    private Contract(JsonNode document) {
        this.document = document;
    }

    /** The document in the program. */
    public static Contract read() throws IOException {
        try (InputStream yaml = Contract.class.getResourceAsStream("/openapi.yaml")) {
            Object document = new Yaml(new SafeConstructor(new LoaderOptions())).load(yaml);
            return new Contract(JsonMapper.shared().valueToTree(document));
        }
    }

    /** One thing that can be asked for. */
    public record Operation(
            String id, String method, String path, List<JsonNode> parameters, JsonNode node) {

        /** Its statuses, as the document has them. */
        public Set<Integer> statuses() {
            Set<Integer> statuses = new TreeSet<>();
            node.path("responses").propertyNames().forEach(s -> statuses.add(Integer.valueOf(s)));
            return statuses;
        }

        public boolean takesPictures() {
            return node.has("requestBody");
        }
    }

    public List<Operation> operations() {
        List<Operation> operations = new ArrayList<>();
        document.path("paths")
                .forEachEntry(
                        (path, methods) ->
                                methods.forEachEntry(
                                        (method, node) -> {
                                            if (node.isObject()) {
                                                operations.add(
                                                        operation(path, method, methods, node));
                                            }
                                        }));
        return operations;
    }

    public Operation operation(String id) {
        return operations().stream()
                .filter(operation -> operation.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    /** What is wrong with a response: nothing, if all is as the document says. */
    public List<String> faults(Operation operation, int status, String contentType, byte[] body) {
        JsonNode response =
                resolve(operation.node().path("responses").path(Integer.toString(status)));
        if (response.isMissingNode()) {
            return List.of(operation.id() + " answers " + status + ", which is not documented");
        }
        if (!response.has("content")) {
            return body.length == 0
                    ? List.of()
                    : List.of(operation.id() + " answers " + status + " with a body");
        }
        String type = contentType.replaceFirst(";.*", "");
        JsonNode content = response.path("content");
        String key = type.startsWith("image/") && content.has("image/*") ? "image/*" : type;
        if (!content.has(key)) {
            return List.of(operation.id() + " answers " + status + " with " + type);
        }
        if (!type.endsWith("json")) {
            return List.of();
        }
        List<String> faults = new ArrayList<>();
        new Schema(this)
                .check(
                        content.path(key).path("schema"),
                        JsonMapper.shared().readTree(body),
                        operation.id() + " " + status,
                        faults);
        return faults;
    }

    JsonNode resolve(JsonNode node) {
        JsonNode at = node;
        while (at.has("$ref")) {
            at = document.at(at.path("$ref").stringValue().substring(1));
        }
        return at;
    }

    private Operation operation(String path, String method, JsonNode methods, JsonNode node) {
        List<JsonNode> parameters = new ArrayList<>();
        methods.path("parameters").forEach(parameter -> parameters.add(resolve(parameter)));
        node.path("parameters").forEach(parameter -> parameters.add(resolve(parameter)));
        return new Operation(
                node.path("operationId").stringValue(),
                method.toUpperCase(java.util.Locale.ROOT),
                path,
                List.copyOf(parameters),
                node);
    }
}
