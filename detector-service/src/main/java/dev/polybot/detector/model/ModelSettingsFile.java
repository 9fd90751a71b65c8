package dev.polybot.detector.model;

import static java.util.stream.Collectors.toMap;

import dev.polybot.model.text.TypingDistance;

import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * The JSON file with a model's settings, checked key by key: who wrote it by hand reads which key is wrong and what it takes.
 * A key that nobody knows is left to the version that does, unless it looks like a slip in one of ours.
 *
 * @param place where it is, for the reader
 */
record ModelSettingsFile(String place) {

    private static final JsonMapper JSON =
            JsonMapper.builder().disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES).build();

    private static final String INPUT = "input.";

    private static final Rule TEXT = new Rule("a text", JsonNode::isString);

    private static final Rule SHARE =
            new Rule(
                    "a number over 0 and at most 1, such as 0.4",
                    value ->
                            value.isNumber()
                                    && (float) value.doubleValue() > 0
                                    && value.doubleValue() <= 1);

    private static final Rule PIXELS =
            new Rule(
                    "a whole number of pixels from 1 to " + StatedInput.MAX_SIZE,
                    value ->
                            value.isIntegralNumber()
                                    && value.canConvertToInt()
                                    && value.intValue() >= 1
                                    && value.intValue() <= StatedInput.MAX_SIZE);

    /** What each key takes; those of the input are written as their path. */
    private static final Map<String, Rule> RULES =
            Map.ofEntries(
                    Map.entry("name", TEXT),
                    Map.entry(
                            "version",
                            new Rule("a text", value -> value.isString() || value.isNumber())),
                    Map.entry(
                            "input",
                            new Rule("an object, such as {\"size\": 640}", JsonNode::isObject)),
                    Map.entry(INPUT + "size", PIXELS),
                    Map.entry(INPUT + "stride", PIXELS),
                    Map.entry(
                            INPUT + "shape",
                            new Rule(
                                    "\"square\" or \"rectangle\"",
                                    value ->
                                            List.of("square", "rectangle")
                                                    .contains(value.asString("")))),
                    Map.entry("confidence", SHARE),
                    Map.entry("overlap", SHARE),
                    Map.entry("overlapAcrossClasses", SHARE),
                    Map.entry("layout", TEXT),
                    Map.entry("precision", TEXT),
                    Map.entry(
                            "classes",
                            new Rule("the name of a file beside it", JsonNode::isString)),
                    Map.entry(
                            "sha256",
                            new Rule(
                                    "64 hex digits",
                                    value ->
                                            value.asString("").strip().matches("[0-9a-fA-F]{64}"))),
                    Map.entry("license", TEXT),
                    Map.entry("notice", TEXT));

    /** Each key without what people write differently. */
    private static final Map<String, String> PLAIN =
            RULES.keySet().stream().collect(toMap(ModelSettingsFile::plain, key -> key));

    /** What Ultralytics calls them. */
    private static final Map<String, String> ELSEWHERE =
            Map.of(
                    "conf",
                    "confidence",
                    "iou",
                    "overlap",
                    "names",
                    "classes",
                    "imgsz",
                    "input.size");

    private record Rule(String takes, Predicate<JsonNode> allows) {}

    /**
     * Reads it.
     *
     * @throws UnusableModelException when it is no such file, or says what no model can have; the message is one sentence
     */
    ModelSettings read(byte[] content) {
        try {
            JsonNode settings = JSON.readTree(content);
            if (!settings.isObject()) {
                throw wrong(
                        "The settings "
                                + place
                                + " must be one object in braces, such as {\"confidence\": 0.4}.");
            }
            check(settings, "");
            checkMultiple(settings.path("input"));
            return JSON.treeToValue(settings, ModelSettings.class);
        } catch (JacksonException e) {
            throw new UnusableModelException(
                    "The settings "
                            + place
                            + " are not valid JSON: see line "
                            + e.getLocation().getLineNr()
                            + ", column "
                            + e.getLocation().getColumnNr()
                            + '.',
                    e);
        }
    }

    private void check(JsonNode object, String within) {
        for (Map.Entry<String, JsonNode> property : object.properties()) {
            String key = within + property.getKey();
            JsonNode value = property.getValue();
            Rule rule = RULES.get(key);
            if (rule == null) {
                meant(property.getKey(), within).ifPresent(meant -> refuse(key, meant));
            } else if (!value.isNull()) {
                require(rule.allows().test(value), key, rule.takes(), value);
                if (value.isObject()) {
                    check(value, INPUT);
                }
            }
        }
    }

    private void checkMultiple(JsonNode input) {
        JsonNode size = input.path("size");
        JsonNode stride = input.path("stride");
        require(
                !size.isNumber() || !stride.isNumber() || size.intValue() % stride.intValue() == 0,
                INPUT + "size",
                "a multiple of input.stride, " + stride,
                size);
    }

    private void require(boolean allowed, String key, String takes, JsonNode value) {
        if (!allowed) {
            throw wrong(
                    "\"%s\" in the settings %s must be %s, and not %s."
                            .formatted(key, place, takes, value));
        }
    }

    /** The key of ours that was probably meant: one that belongs elsewhere, has another name there, or is written much alike. */
    private static Optional<String> meant(String name, String within) {
        return Stream.of(name, INPUT + name)
                .flatMap(key -> Stream.ofNullable(PLAIN.get(plain(key))))
                .findFirst()
                .or(() -> Optional.ofNullable(ELSEWHERE.get(plain(name))))
                .or(
                        () ->
                                TypingDistance.nearest(plain(name), siblings(within))
                                        .map(key -> PLAIN.get(within + key)));
    }

    private static List<String> siblings(String within) {
        return PLAIN.keySet().stream()
                .filter(key -> key.startsWith(INPUT) == within.equals(INPUT))
                .map(key -> key.substring(within.length()))
                .toList();
    }

    private void refuse(String key, String meant) {
        throw wrong(
                "The settings %s have a key \"%s\", which is none. Did you mean \"%s\"?"
                        .formatted(place, key, meant));
    }

    private static String plain(String key) {
        return key.toLowerCase(Locale.ROOT).replace("_", "").replace("-", "");
    }

    private static UnusableModelException wrong(String sentence) {
        return new UnusableModelException(sentence);
    }
}
