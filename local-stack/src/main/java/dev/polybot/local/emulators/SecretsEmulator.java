package dev.polybot.local.emulators;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;

/**
 * Secrets Manager, as far as the services use it: GetSecretValue. No maintained emulator of it runs in a JVM. It is started
 * when the others are ready, so that an answer at {@code /readyz} speaks for all of them.
 */
final class SecretsEmulator {

    private static final int MAX_REQUEST_BYTES = 64 * 1024;

    private static final JsonMapper JSON = new JsonMapper();

    private final Map<String, String> secrets;

    private SecretsEmulator(Map<String, String> secrets) {
        this.secrets = secrets;
    }

    static void start(BindAddress bind, int port, Map<String, String> secrets) throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(bind.address(), port), 0);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/readyz", SecretsEmulator::sayReady);
        server.createContext("/", new SecretsEmulator(secrets)::answer);
        server.start();
    }

    private static void sayReady(HttpExchange exchange) throws IOException {
        try (exchange) {
            send(exchange, 200, Map.of("status", "UP"));
        }
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            byte[] body = exchange.getRequestBody().readNBytes(MAX_REQUEST_BYTES);
            String target = exchange.getRequestHeaders().getFirst("X-Amz-Target");
            if (!"secretsmanager.GetSecretValue".equals(target)) {
                refuse(
                        exchange,
                        "InvalidRequestException",
                        "The emulator knows GetSecretValue only.");
                return;
            }
            JsonNode request = JSON.readTree(body);
            String name = request.path("SecretId").asString("");
            String value = secrets.get(name);
            if (value == null) {
                refuse(
                        exchange,
                        "ResourceNotFoundException",
                        "Secrets Manager can't find the specified secret.");
            } else {
                send(exchange, 200, secret(name, value));
            }
        }
    }

    private static Map<String, Object> secret(String name, String value) {
        return Map.of(
                "ARN",
                "arn:aws:secretsmanager:" + Names.REGION + ":000000000000:secret:" + name,
                "Name",
                name,
                "VersionId",
                "00000000-0000-0000-0000-000000000001",
                "VersionStages",
                List.of("AWSCURRENT"),
                "SecretString",
                value);
    }

    private static void refuse(HttpExchange exchange, String type, String message)
            throws IOException {
        exchange.getResponseHeaders().set("x-amzn-ErrorType", type);
        send(exchange, 400, Map.of("__type", type, "Message", message));
    }

    private static void send(HttpExchange exchange, int status, Map<String, Object> answer)
            throws IOException {
        byte[] json = JSON.writeValueAsBytes(answer);
        exchange.getResponseHeaders().set("Content-Type", "application/x-amz-json-1.1");
        exchange.sendResponseHeaders(status, json.length);
        exchange.getResponseBody().write(json);
    }
}
