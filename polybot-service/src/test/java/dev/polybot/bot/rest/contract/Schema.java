package dev.polybot.bot.rest.contract;

import tools.jackson.databind.JsonNode;

import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;

/** As much of JSON Schema as the contract uses. */
final class Schema {

    private final Contract contract;

    Schema(Contract contract) {
        this.contract = contract;
    }

    void check(JsonNode schemaOrReference, JsonNode value, String where, List<String> faults) {
        JsonNode schema = contract.resolve(schemaOrReference);
        if (schema.has("oneOf")) {
            oneOf(schema.path("oneOf"), value, where, faults);
            return;
        }
        if (!isOfType(schema.path("type").asString(""), value)) {
            faults.add(where + " is not of type " + schema.path("type") + ": " + value);
            return;
        }
        if (schema.has("enum") && schema.path("enum").valueStream().noneMatch(value::equals)) {
            faults.add(where + " is none of " + schema.path("enum") + ": " + value);
        }
        if (value.isObject()) {
            object(schema, value, where, faults);
        } else if (value.isArray()) {
            for (int i = 0; i < value.size(); i++) {
                check(schema.path("items"), value.path(i), where + "[" + i + "]", faults);
            }
        } else if (value.isNumber()) {
            number(schema, value.doubleValue(), where, faults);
        } else if (value.isString()) {
            text(schema, value.stringValue(), where, faults);
        }
    }

    private void oneOf(JsonNode schemas, JsonNode value, String where, List<String> faults) {
        List<String> all = new ArrayList<>();
        int fitting = 0;
        for (JsonNode schema : schemas) {
            List<String> those = new ArrayList<>();
            check(schema, value, where, those);
            fitting += those.isEmpty() ? 1 : 0;
            all.addAll(those);
        }
        if (fitting != 1) {
            faults.add(where + " fits " + fitting + " of its schemas: " + all);
        }
    }

    private void object(JsonNode schema, JsonNode value, String where, List<String> faults) {
        for (JsonNode name : schema.path("required")) {
            if (!value.has(name.stringValue())) {
                faults.add(where + " has no " + name);
            }
        }
        value.forEachEntry(
                (name, property) -> {
                    JsonNode known = schema.path("properties").path(name);
                    JsonNode others = schema.path("additionalProperties");
                    if (known.isObject()) {
                        check(known, property, where + "." + name, faults);
                    } else if (others.isObject()) {
                        check(others, property, where + "." + name, faults);
                    } else if (others.isBoolean() && !others.booleanValue()) {
                        faults.add(where + " has an undocumented " + name);
                    }
                });
    }

    private static void number(JsonNode schema, double value, String where, List<String> faults) {
        if (value < schema.path("minimum").asDouble(Double.NEGATIVE_INFINITY)
                || value > schema.path("maximum").asDouble(Double.POSITIVE_INFINITY)) {
            faults.add(where + " is out of range: " + value);
        }
    }

    private static void text(JsonNode schema, String value, String where, List<String> faults) {
        if (schema.has("pattern") && !value.matches(schema.path("pattern").stringValue())) {
            faults.add(where + " is not well-formed: " + value);
        }
        if (schema.path("format").asString("").equals("date-time")) {
            try {
                OffsetDateTime.parse(value);
            } catch (DateTimeParseException e) {
                faults.add(where + " is no time: " + value);
            }
        }
    }

    private static boolean isOfType(String type, JsonNode value) {
        return switch (type) {
            case "object" -> value.isObject();
            case "array" -> value.isArray();
            case "string" -> value.isString();
            case "integer" -> value.isIntegralNumber();
            case "number" -> value.isNumber();
            default -> true;
        };
    }
}
