package dev.polybot.endtoend.chaos;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

/** JSON as it is, spoilt: fields of another kind, of impossible values, missing or twice, and now and then no JSON any more. */
final class SpoiltJson {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
    private static final int LONG = 5000;
    private static final int DEEP = 150;

    private final Random random;

    SpoiltJson(Random random) {
        this.random = random;
    }

    /** The document, spoilt in one to three places. */
    byte[] of(byte[] document) {
        JsonNode root = JSON.readTree(document);
        for (int i = 0; i <= random.nextInt(3); i++) {
            List<JsonNode> containers = new ArrayList<>();
            collect(root, containers);
            if (!containers.isEmpty()) {
                spoil(containers.get(random.nextInt(containers.size())));
            }
        }
        byte[] spoilt = JSON.writeValueAsBytes(root);
        return random.nextInt(4) == 0 ? broken(spoilt) : spoilt;
    }

    private static void collect(JsonNode node, List<JsonNode> containers) {
        if (node.isContainer() && !node.isEmpty()) {
            containers.add(node);
            node.forEach(child -> collect(child, containers));
        }
    }

    private void spoil(JsonNode container) {
        if (container instanceof ObjectNode object) {
            List<String> names = List.copyOf(object.propertyNames());
            if (names.isEmpty()) {
                return;
            }
            String name = names.get(random.nextInt(names.size()));
            if (random.nextInt(5) == 0) {
                object.remove(name);
            } else {
                object.set(name, odd());
            }
        } else if (container instanceof ArrayNode array && !array.isEmpty()) {
            array.set(random.nextInt(array.size()), odd());
        }
    }

    private JsonNode odd() {
        return switch (random.nextInt(14)) {
            case 0 -> NODES.nullNode();
            case 1 -> NODES.objectNode();
            case 2 -> NODES.arrayNode();
            case 3 -> NODES.stringNode("");
            case 4 -> NODES.stringNode("x".repeat(LONG));
            case 5 -> NODES.stringNode("\u0000\uffff\u202e/../..\n");
            case 6 -> NODES.booleanNode(random.nextBoolean());
            case 7 -> NODES.numberNode(-1);
            case 8 -> NODES.numberNode(0.5);
            case 9 -> NODES.numberNode(Long.MIN_VALUE);
            case 10 -> NODES.numberNode(new BigDecimal("1e100"));
            case 11 -> NODES.numberNode(BigInteger.TWO.pow(70));
            case 12 -> NODES.numberNode(random.nextLong());
            default -> deep();
        };
    }

    private static JsonNode deep() {
        JsonNode node = NODES.arrayNode();
        for (int i = 0; i < DEEP; i++) {
            node = NODES.arrayNode().add(node);
        }
        return node;
    }

    private byte[] broken(byte[] json) {
        byte[] broken =
                Arrays.copyOfRange(json, random.nextInt(Math.min(20, json.length)), json.length);
        for (int i = 0; i < 3 && broken.length > 0; i++) {
            broken[random.nextInt(broken.length)] = (byte) random.nextInt(256);
        }
        return broken;
    }
}
