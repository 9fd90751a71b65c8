package dev.polybot.bot.storage;

import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

import java.time.Instant;
import java.util.Map;

/** Creates and reads DynamoDB attribute values. */
public final class Attributes {

    private static final String EXPIRES_AT = "expiresAt";

    private Attributes() {}

    public static AttributeValue string(String value) {
        return AttributeValue.fromS(value);
    }

    public static AttributeValue number(long value) {
        return AttributeValue.fromN(Long.toString(value));
    }

    public static AttributeValue epochMillis(Instant time) {
        return number(time.toEpochMilli());
    }

    public static AttributeValue epochSeconds(Instant time) {
        return number(time.getEpochSecond());
    }

    /** An item's string of this name; empty when it has none. */
    public static String string(Map<String, AttributeValue> item, String name) {
        AttributeValue value = item.get(name);
        return value == null ? "" : value.s();
    }

    /** An item's number of this name; 0 when it has none. */
    public static long number(Map<String, AttributeValue> item, String name) {
        AttributeValue value = item.get(name);
        return value == null ? 0 : Long.parseLong(value.n());
    }

    /** Whether an item's time is over; DynamoDB removes expired items when it finds the time. */
    public static boolean isExpired(Map<String, AttributeValue> item, Instant now) {
        return item.containsKey(EXPIRES_AT) && number(item, EXPIRES_AT) <= now.getEpochSecond();
    }

    /** An item's time of this name, in epoch milliseconds; the epoch when it has none. */
    public static Instant time(Map<String, AttributeValue> item, String name) {
        return Instant.ofEpochMilli(number(item, name));
    }
}
