package dev.polybot.local.emulators;

import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Map;

/**
 * Secrets Manager, as far as the services use it: GetSecretValue. No maintained emulator of it runs in a JVM. It is started
 * when the others are ready, so that an answer at {@code /readyz} speaks for all of them.
 */
final class SecretsEmulator extends Handler.Abstract {

    private static final int MAX_REQUEST_BYTES = 64 * 1024;

    private static final JsonMapper JSON = new JsonMapper();

    private final Map<String, String> secrets;

    private SecretsEmulator(Map<String, String> secrets) {
        this.secrets = secrets;
    }

    static void start(BindAddress bind, int port, Map<String, String> secrets) throws Exception {
        var unused = LoopbackServer.start(bind, port, new SecretsEmulator(secrets));
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback)
            throws IOException {
        if (request.getHttpURI().getPath().equals("/readyz")) {
            send(response, callback, Map.of("status", "UP"));
            return true;
        }
        byte[] body = Content.Source.asInputStream(request).readNBytes(MAX_REQUEST_BYTES);
        String target = request.getHeaders().get("X-Amz-Target");
        if (!"secretsmanager.GetSecretValue".equals(target)) {
            refuse(
                    response,
                    callback,
                    "InvalidRequestException",
                    "The emulator knows GetSecretValue only.");
            return true;
        }
        JsonNode json = JSON.readTree(body);
        String name = json.path("SecretId").asString("");
        String value = secrets.get(name);
        if (value == null) {
            refuse(
                    response,
                    callback,
                    "ResourceNotFoundException",
                    "Secrets Manager can't find the specified secret.");
        } else {
            send(response, callback, secret(name, value));
        }
        return true;
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

    private static void refuse(Response response, Callback callback, String type, String message) {
        response.setStatus(400);
        response.getHeaders().put("x-amzn-ErrorType", type);
        send(response, callback, Map.of("__type", type, "Message", message));
    }

    private static void send(Response response, Callback callback, Map<String, Object> answer) {
        response.getHeaders().put(HttpHeader.CONTENT_TYPE, "application/x-amz-json-1.1");
        response.write(true, ByteBuffer.wrap(JSON.writeValueAsBytes(answer)), callback);
    }
}
