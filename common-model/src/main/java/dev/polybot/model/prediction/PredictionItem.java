package dev.polybot.model.prediction;

import static java.util.stream.Collectors.toMap;

import dev.polybot.model.detection.Label;
import dev.polybot.model.detection.ModelInfo;

import org.jspecify.annotations.Nullable;

import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A {@link Prediction} as an item of the table, and back. The reply's attributes are not part of it: see {@link ReplyState}. */
public final class PredictionItem {

    private PredictionItem() {}

    /**
     * The item of a prediction.
     *
     * @param retention how long the item is kept after the prediction's time
     */
    public static Map<String, AttributeValue> from(Prediction prediction, Duration retention) {
        Map<String, AttributeValue> item = new HashMap<>();
        item.put(PredictionTable.PREDICTION_ID, string(prediction.predictionId()));
        item.put(PredictionTable.CHAT_ID, string(prediction.chatId()));
        item.put(PredictionTable.TIME, number(prediction.time().getEpochSecond()));
        item.put("completedAt", number(prediction.time().toEpochMilli()));
        item.put(
                PredictionTable.EXPIRES_AT,
                number(prediction.time().plus(retention).getEpochSecond()));
        item.put("originalImgPath", string(prediction.originalImgPath()));
        item.put("status", string(prediction.status().name()));
        item.put(
                "labels",
                AttributeValue.fromL(
                        prediction.labels().stream().map(PredictionItem::label).toList()));
        item.put(
                "timings",
                AttributeValue.fromM(
                        prediction.timings().entrySet().stream()
                                .collect(toMap(Map.Entry::getKey, e -> number(e.getValue())))));
        if (prediction.predictedImgPath() != null) {
            item.put("predictedImgPath", string(prediction.predictedImgPath()));
        }
        if (prediction.replyTo() != null) {
            item.put("replyTo", number(prediction.replyTo()));
        }
        if (prediction.failure() != null) {
            item.put("errorCode", string(prediction.failure().code().name()));
            item.put("error", string(prediction.failure().sentence()));
        }
        if (prediction.model() != null) {
            item.put("model", model(prediction.model()));
        }
        if (prediction.name() != null) {
            item.put("name", string(prediction.name()));
        }
        if (prediction.submittedAt() != null) {
            item.put("submittedAt", number(prediction.submittedAt().toEpochMilli()));
        }
        if (prediction.picture() != null) {
            item.put("picture", dimensions(prediction.picture()));
        }
        if (prediction.threshold() != null) {
            item.put("threshold", number(prediction.threshold()));
        }
        return item;
    }

    public static Prediction read(Map<String, AttributeValue> item) {
        AttributeValue predicted = item.get("predictedImgPath");
        AttributeValue replyTo = item.get("replyTo");
        AttributeValue model = item.get("model");
        AttributeValue name = item.get("name");
        AttributeValue submittedAt = item.get("submittedAt");
        AttributeValue picture = item.get("picture");
        AttributeValue threshold = item.get("threshold");
        return new Prediction(
                require(item, PredictionTable.PREDICTION_ID).s(),
                require(item, PredictionTable.CHAT_ID).s(),
                require(item, "originalImgPath").s(),
                predicted == null ? null : predicted.s(),
                readLabels(item.get("labels")),
                readTime(item),
                PredictionStatus.valueOf(require(item, "status").s()),
                readFailure(item),
                model == null ? null : readModel(model.m()),
                readTimings(item.get("timings")),
                replyTo == null ? null : Integer.valueOf(replyTo.n()),
                name == null ? null : name.s(),
                submittedAt == null ? null : Instant.ofEpochMilli(Long.parseLong(submittedAt.n())),
                picture == null ? null : readDimensions(picture.m()),
                threshold == null ? null : Double.valueOf(threshold.n()));
    }

    /** Items of former versions know the second only. */
    private static Instant readTime(Map<String, AttributeValue> item) {
        AttributeValue completedAt = item.get("completedAt");
        return completedAt == null
                ? Instant.ofEpochSecond(Long.parseLong(require(item, PredictionTable.TIME).n()))
                : Instant.ofEpochMilli(Long.parseLong(completedAt.n()));
    }

    private static AttributeValue dimensions(Dimensions picture) {
        return AttributeValue.fromM(
                Map.of("width", number(picture.width()), "height", number(picture.height())));
    }

    private static Dimensions readDimensions(Map<String, AttributeValue> picture) {
        return new Dimensions(
                Integer.parseInt(require(picture, "width").n()),
                Integer.parseInt(require(picture, "height").n()));
    }

    private static AttributeValue label(Label label) {
        return AttributeValue.fromM(
                Map.of(
                        "class", string(label.className()),
                        "confidence", number(label.confidence()),
                        "cx", number(label.cx()),
                        "cy", number(label.cy()),
                        "width", number(label.width()),
                        "height", number(label.height())));
    }

    private static List<Label> readLabels(@Nullable AttributeValue labels) {
        if (labels == null) {
            return List.of();
        }
        return labels.l().stream()
                .map(AttributeValue::m)
                .map(
                        label ->
                                new Label(
                                        require(label, "class").s(),
                                        fraction(label, "confidence"),
                                        fraction(label, "cx"),
                                        fraction(label, "cy"),
                                        fraction(label, "width"),
                                        fraction(label, "height")))
                .toList();
    }

    private static AttributeValue model(ModelInfo model) {
        Map<String, AttributeValue> attributes = new HashMap<>();
        attributes.put("name", string(model.name()));
        attributes.put("version", string(model.version()));
        if (model.notice() != null) {
            attributes.put("notice", string(model.notice()));
        }
        return AttributeValue.fromM(attributes);
    }

    private static ModelInfo readModel(Map<String, AttributeValue> model) {
        AttributeValue notice = model.get("notice");
        return new ModelInfo(
                require(model, "name").s(),
                require(model, "version").s(),
                notice == null ? null : notice.s());
    }

    private static @Nullable Failure readFailure(Map<String, AttributeValue> item) {
        AttributeValue code = item.get("errorCode");
        return code == null
                ? null
                : new Failure(FailureCode.valueOf(code.s()), require(item, "error").s());
    }

    private static Map<String, Long> readTimings(@Nullable AttributeValue timings) {
        return timings == null
                ? Map.of()
                : timings.m().entrySet().stream()
                        .collect(toMap(Map.Entry::getKey, e -> Long.valueOf(e.getValue().n())));
    }

    private static double fraction(Map<String, AttributeValue> label, String name) {
        return Double.parseDouble(require(label, name).n());
    }

    private static AttributeValue require(Map<String, AttributeValue> item, String name) {
        AttributeValue value = item.get(name);
        if (value == null) {
            throw new IllegalArgumentException("the item has no " + name);
        }
        return value;
    }

    private static AttributeValue string(String value) {
        return AttributeValue.fromS(value);
    }

    private static AttributeValue number(Number value) {
        return AttributeValue.fromN(value.toString());
    }
}
