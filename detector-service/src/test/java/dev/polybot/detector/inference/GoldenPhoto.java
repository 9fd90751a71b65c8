package dev.polybot.detector.inference;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What somebody else's program found in a photo, with the same network. */
record GoldenPhoto(int width, int height, List<Integer> input, List<GoldenBox> boxes) {

    static Map<String, GoldenPhoto> readAll(Path file) throws IOException {
        Map<String, GoldenPhoto> photos = new TreeMap<>();
        JsonNode root = JsonMapper.shared().readTree(Files.readAllBytes(file));
        root.properties().forEach(photo -> photos.put(photo.getKey(), read(photo.getValue())));
        return photos;
    }

    private static GoldenPhoto read(JsonNode photo) {
        return new GoldenPhoto(
                photo.get("width").asInt(),
                photo.get("height").asInt(),
                photo.get("input").valueStream().map(JsonNode::asInt).toList(),
                photo.get("boxes").valueStream().map(GoldenBox::read).toList());
    }
}
