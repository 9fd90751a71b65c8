package dev.polybot.bot.storage;

import static dev.polybot.bot.storage.Attributes.string;

import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

import java.util.Map;

/** Makes the keys of all kinds of items in the state table. All but the list of open albums end by {@code expiresAt}. */
public final class StateKeys {

    private StateKeys() {}

    /** The table's key of an item. */
    public static Map<String, AttributeValue> key(String id) {
        return Map.of("id", string(id));
    }

    /** Who acts on an update, and that it is done. */
    public static String update(String bot, long updateId) {
        return "update#" + bot + '#' + updateId;
    }

    /** The same where it is about a message that asks for something: an edit that changes nothing is no new one. */
    public static String asked(String bot, long chat, int message, String asked, String picture) {
        return "asked#%s#%d#%d#%s#%s".formatted(bot, chat, message, asked, picture);
    }

    /** That a button was pressed just now. */
    public static String pressed(String bot, long chat, int message, String data) {
        return "pressed#%s#%d#%d#%s".formatted(bot, chat, message, data);
    }

    /** The pictures of an album that have come so far. */
    public static String album(String bot, long chat, String mediaGroup) {
        return "album#" + bot + '#' + chat + '#' + mediaGroup;
    }

    /** A part of the list of albums that are owed an answer. */
    public static String openAlbums(String bot, int part) {
        return "albums-open#" + bot + '#' + part;
    }

    /** Predictions that are answered together. */
    public static String albumPrediction(String id) {
        return "album-run#" + id;
    }

    /** What was asked of a picture. */
    public static String request(String predictionId) {
        return "question#" + predictionId;
    }

    /** Which group a supergroup was. */
    public static String formerChat(String chat) {
        return "former-chat#" + chat;
    }

    /** Where a chat was told how far a question is. */
    public static String waiting(String id) {
        return "waiting#" + id;
    }

    /** That a message was sent. */
    public static String sent(String cause) {
        return "sent#" + Sha256.hex(cause);
    }

    /** How far a chat's limit is used up. */
    public static String rate(String bot, String chat) {
        return "rate#" + bot + '#' + chat;
    }

    /** How far the whole bot's limit is used up; in the form of the version before, beside which this one may run. */
    public static String rate(String bot) {
        return "pace#" + bot;
    }

    /** How many requests a REST key has made in a minute. */
    public static String restRate(String key, long minute) {
        return "rest-rate#" + key + '#' + minute;
    }

    /** What was submitted over REST. */
    public static String submission(String predictionId) {
        return "rest#" + predictionId;
    }
}
