package dev.polybot.local.predict;

import dev.polybot.local.json.Json;

import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

import java.io.PrintStream;
import java.util.List;

/** One document as COCO's annotations are: images, annotations with a score each, categories numbered from 1. */
public final class CocoFormat implements ResultFormat {

    private final PrintStream out;
    private final ClassNumbers classes;
    private final ObjectNode document = Json.object();
    private final ArrayNode images = document.putArray("images");
    private final ArrayNode annotations = document.putArray("annotations");

    public CocoFormat(PrintStream out, ClassNumbers classes) {
        this.out = out;
        this.classes = classes;
    }

    @Override
    public void add(PhotoResult result) {
        if (!result.succeeded()) {
            return;
        }
        int image = images.size() + 1;
        images.addObject()
                .put("id", image)
                .put("file_name", result.photo().label())
                .put("width", result.width())
                .put("height", result.height());
        for (Box box : result.boxes()) {
            ObjectNode annotation =
                    annotations
                            .addObject()
                            .put("id", annotations.size())
                            .put("image_id", image)
                            .put("category_id", classes.of(box.className()) + 1)
                            .put("score", box.confidence())
                            .put("area", Math.round(box.width() * box.height() * 100) / 100.0)
                            .put("iscrowd", 0);
            annotation
                    .putArray("bbox")
                    .add(box.x())
                    .add(box.y())
                    .add(box.width())
                    .add(box.height());
        }
    }

    @Override
    public void lost(List<Photo> photos, String why) {
        end();
    }

    @Override
    public void end() {
        ArrayNode categories = document.putArray("categories");
        List<String> names = classes.names();
        for (int i = 0; i < names.size(); i++) {
            categories.addObject().put("id", i + 1).put("name", names.get(i));
        }
        out.println(Json.write(document));
    }
}
