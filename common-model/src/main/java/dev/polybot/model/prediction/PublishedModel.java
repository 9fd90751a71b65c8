package dev.polybot.model.prediction;

import dev.polybot.model.detection.CocoClasses;

import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

import java.util.List;
import java.util.Map;

/**
 * What the detector that started last can find. Each detector writes it to the predictions table when its model is warm; the
 * bot reads it, so that captions, REST and page know the model's own classes. It is an item of its own under {@link #KEY}, a key
 * that no prediction can have; it has no chat, so that no index lists it, and does not expire.
 *
 * @param name the model's
 * @param version as in {@link dev.polybot.model.detection.ModelInfo}; empty when a detector of a former version has published it
 * @param classes the names of what it can find, in the order of its output; at most {@value #MOST_CLASSES}
 */
public record PublishedModel(String name, String version, List<String> classes) {

    /** The item's partition key. */
    public static final Map<String, AttributeValue> KEY =
            Map.of(PredictionTable.PREDICTION_ID, AttributeValue.fromS(":model"));

    /** What is known before a detector has ever started: COCO's 80, which most models have. */
    public static final PublishedModel UNKNOWN = new PublishedModel("", "", CocoClasses.NAMES);

    /** An item of DynamoDB has at most 400 KB. */
    public static final int MOST_CLASSES = 3000;

    private static final int LONGEST_NAME = 100;
    private static final String NAME = "model";
    private static final String VERSION = "version";
    private static final String CLASSES = "classes";

    public PublishedModel {
        classes =
                classes.stream()
                        .filter(one -> !one.isBlank() && one.length() <= LONGEST_NAME)
                        .limit(MOST_CLASSES)
                        .toList();
    }

    public Map<String, AttributeValue> toItem() {
        return Map.of(
                PredictionTable.PREDICTION_ID,
                KEY.values().iterator().next(),
                NAME,
                AttributeValue.fromS(name),
                VERSION,
                AttributeValue.fromS(version),
                CLASSES,
                AttributeValue.fromL(classes.stream().map(AttributeValue::fromS).toList()));
    }

    /** The model in an item; {@link #UNKNOWN} when there is none in it. */
    public static PublishedModel read(Map<String, AttributeValue> item) {
        AttributeValue name = item.get(NAME);
        AttributeValue version = item.get(VERSION);
        AttributeValue classes = item.get(CLASSES);
        if (name == null || name.s() == null || classes == null || classes.l().isEmpty()) {
            return UNKNOWN;
        }
        return new PublishedModel(
                name.s(),
                version == null || version.s() == null ? "" : version.s(),
                classes.l().stream()
                        .map(AttributeValue::s)
                        .filter(java.util.Objects::nonNull)
                        .toList());
    }
}
