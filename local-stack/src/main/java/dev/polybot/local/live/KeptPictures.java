package dev.polybot.local.live;

import dev.polybot.local.json.Json;

import org.jspecify.annotations.Nullable;

import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;

import javax.imageio.ImageIO;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;

/** What the tables and the bucket keep of a picture: how it ended, and the picture itself, small. */
final class KeptPictures {

    private static final Duration LIMIT = Duration.ofSeconds(5);
    private static final int SMALL = 320;

    private final HttpClient http;
    private final Map<String, String> aws;

    /**
     * Asks the emulators.
     *
     * @param aws the environment in which programs find them
     */
    KeptPictures(HttpClient http, Map<String, String> aws) {
        this.http = http;
        this.aws = aws;
    }

    /** How it ended; null while it has not. */
    @Nullable ObjectNode outcome(String prediction) throws IOException, InterruptedException {
        JsonNode item = item(prediction);
        if (!item.has("status")) {
            return null;
        }
        ObjectNode outcome = Json.object().put("status", text(item, "status"));
        outcome.put("sentence", text(item, "error"));
        outcome.put("code", text(item, "errorCode"));
        outcome.put("found", item.path("labels").path("L").size());
        outcome.put("model", item.path("model").path("M").path("name").path("S").asString(""));
        return outcome;
    }

    /** As JPEG, at most about 320 pixels wide; null when there is none. */
    byte @Nullable [] small(String prediction) throws IOException, InterruptedException {
        JsonNode item = item(prediction);
        String key = text(item, "predictedImgPath");
        if (key.isEmpty()) {
            key = text(item, "originalImgPath");
        }
        String bucket = aws.getOrDefault("BUCKET_NAME", "");
        if (key.isEmpty()) {
            return null;
        }
        URI object = URI.create(address("S3") + '/' + bucket + '/' + key.replace(" ", "%20"));
        var answer =
                http.send(
                        HttpRequest.newBuilder(object).timeout(LIMIT).build(),
                        BodyHandlers.ofByteArray());
        return answer.statusCode() == 200 ? shrunk(answer.body()) : null;
    }

    private JsonNode item(String prediction) throws IOException, InterruptedException {
        ObjectNode question = Json.object().put("TableName", aws.getOrDefault("TABLE_NAME", ""));
        question.putObject("Key").putObject("predictionId").put("S", prediction);
        HttpRequest request =
                HttpRequest.newBuilder(URI.create(address("DYNAMODB") + "/"))
                        .timeout(LIMIT)
                        .header("Content-Type", "application/x-amz-json-1.0")
                        .header("X-Amz-Target", "DynamoDB_20120810.GetItem")
                        .header("Authorization", authorization())
                        .POST(BodyPublishers.ofString(Json.write(question)))
                        .build();
        try {
            return Json.read(http.send(request, BodyHandlers.ofString()).body()).path("Item");
        } catch (JacksonException e) {
            throw new IOException("the tables answer something else", e);
        }
    }

    /** The emulator reads no more of it than whose tables are meant. */
    private String authorization() {
        return "AWS4-HMAC-SHA256 Credential="
                + aws.getOrDefault("AWS_ACCESS_KEY_ID", "local")
                + "/20260101/"
                + aws.getOrDefault("AWS_DEFAULT_REGION", "eu-central-1")
                + "/dynamodb/aws4_request, SignedHeaders=host, Signature=0";
    }

    private String address(String service) {
        return Objects.requireNonNullElse(aws.get("AWS_ENDPOINT_URL_" + service), "")
                .replaceFirst("/+$", "");
    }

    private static String text(JsonNode item, String name) {
        return item.path(name).path("S").asString("");
    }

    private static byte @Nullable [] shrunk(byte[] file) throws IOException {
        try (var in = ImageIO.createImageInputStream(new ByteArrayInputStream(file))) {
            var readers = ImageIO.getImageReaders(in);
            if (!readers.hasNext()) {
                return null;
            }
            ImageReader reader = readers.next();
            try {
                reader.setInput(in);
                ImageReadParam every = reader.getDefaultReadParam();
                int step = Math.max(1, reader.getWidth(0) / SMALL);
                every.setSourceSubsampling(step, step, 0, 0);
                BufferedImage small = reader.read(0, every);
                ByteArrayOutputStream out = new ByteArrayOutputStream();
                return ImageIO.write(small, "jpeg", out) ? out.toByteArray() : null;
            } finally {
                reader.dispose();
            }
        }
    }
}
