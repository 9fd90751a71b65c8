package dev.polybot.local.predict;

import org.jspecify.annotations.Nullable;

import tools.jackson.databind.JsonNode;

import java.nio.file.Path;
import java.util.List;
import java.util.TreeMap;

/**
 * What came of a photo.
 *
 * @param width of the upright picture, in pixels; 0 when it could not be read
 * @param height the same
 * @param boxes what was found, the surest first
 * @param summary the same as a sentence
 * @param timings milliseconds of each stage
 * @param model its name and version; empty when it was not asked
 * @param notice what to know of results of this model; empty for nothing
 * @param trouble why nothing came of it; null when something did
 * @param file where the picture with boxes was saved; null when it was not
 * @param seconds from sending it to the end of its answer
 */
public record PhotoResult(
        Photo photo,
        int width,
        int height,
        List<Box> boxes,
        String summary,
        TreeMap<String, Long> timings,
        String model,
        String notice,
        @Nullable String trouble,
        @Nullable Path file,
        double seconds) {

    static PhotoResult of(Photo photo, JsonNode prediction, double seconds) {
        TreeMap<String, Long> timings = new TreeMap<>();
        prediction
                .path("timings")
                .properties()
                .forEach(stage -> timings.put(stage.getKey(), stage.getValue().asLong()));
        JsonNode model = prediction.path("model");
        boolean succeeded = prediction.path("status").asString("").equals("succeeded");
        return new PhotoResult(
                photo,
                prediction.path("picture").path("width").asInt(),
                prediction.path("picture").path("height").asInt(),
                prediction.path("labels").values().stream().map(Box::of).toList(),
                prediction.path("summary").asString(""),
                timings,
                (model.path("name").asString("") + ' ' + model.path("version").asString(""))
                        .strip(),
                model.path("notice").asString(""),
                succeeded ? null : prediction.path("failure").path("message").asString("failed"),
                null,
                seconds);
    }

    static PhotoResult failed(Photo photo, String trouble, double seconds) {
        return new PhotoResult(
                photo, 0, 0, List.of(), "", new TreeMap<>(), "", "", trouble, null, seconds);
    }

    public PhotoResult savedAs(Path place) {
        return new PhotoResult(
                photo, width, height, boxes, summary, timings, model, notice, trouble, place,
                seconds);
    }

    public boolean succeeded() {
        return trouble == null;
    }
}
