package dev.polybot.bot.storage;

import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

import java.time.Instant;

/** Creates and reads DynamoDB attribute values. */
public final class Attributes {

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
}
