package dev.polybot.endtoend.calls;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/** Calls to the services that speak AWS's JSON protocol: the header {@code X-Amz-Target} names the operation. */
final class JsonCalls {

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final Set<String> OF_SEVERAL_TABLES = Set.of("BatchGetItem", "BatchWriteItem");

    private JsonCalls() {}

    /** IAM knows no batches of its own: whoever may send may send ten. */
    static List<AwsCall> toSqs(OverheardRequest request) {
        String operation = operation(request).replaceFirst("Batch$", "");
        JsonNode body = JSON.readTree(request.body());
        String queue =
                body.has("QueueUrl")
                        ? lastPart(body.get("QueueUrl").asString())
                        : body.path("QueueName").asString();
        return List.of(new AwsCall("sqs:" + operation, queue));
    }

    static List<AwsCall> toDynamoDb(OverheardRequest request) {
        String operation = operation(request);
        JsonNode body = JSON.readTree(request.body());
        if (OF_SEVERAL_TABLES.contains(operation)) {
            return body.path("RequestItems").propertyNames().stream()
                    .map(table -> new AwsCall("dynamodb:" + operation, "table/" + table))
                    .toList();
        }
        if (operation.startsWith("Transact")) {
            return ofTransaction(body);
        }
        String index = body.has("IndexName") ? "/index/" + body.get("IndexName").asString() : "";
        return List.of(
                new AwsCall(
                        "dynamodb:" + operation,
                        "table/" + body.path("TableName").asString() + index));
    }

    static List<AwsCall> toSecretsManager(OverheardRequest request) {
        String secret = JSON.readTree(request.body()).path("SecretId").asString();
        return List.of(new AwsCall("secretsmanager:" + operation(request), "secret:" + secret));
    }

    /** A transaction needs the right to each of its parts. */
    private static List<AwsCall> ofTransaction(JsonNode body) {
        List<AwsCall> calls = new ArrayList<>();
        for (JsonNode item : body.path("TransactItems")) {
            for (String part : item.propertyNames()) {
                calls.add(
                        new AwsCall(
                                "dynamodb:" + part + "Item",
                                "table/" + item.get(part).path("TableName").asString()));
            }
        }
        return calls;
    }

    private static String operation(OverheardRequest request) {
        String target = request.headers().getFirst("X-Amz-Target");
        return lastPart(Objects.requireNonNull(target, "no X-Amz-Target").replace('.', '/'));
    }

    private static String lastPart(String path) {
        return path.substring(path.lastIndexOf('/') + 1);
    }
}
