package dev.polybot.model.prediction;

/** The predictions table: its key, its index and the attributes that both services name in expressions. */
public final class PredictionTable {

    /** Partition key. */
    public static final String PREDICTION_ID = "predictionId";

    /** Partition key of the index {@link #BY_CHAT}. */
    public static final String CHAT_ID = "chatId";

    /** Epoch seconds; sort key of the index {@link #BY_CHAT}. */
    public static final String TIME = "time";

    /** Index: a chat's predictions by time. */
    public static final String BY_CHAT = "chatId-time-index";

    /** Epoch seconds after which DynamoDB may remove the item (TTL). */
    public static final String EXPIRES_AT = "expiresAt";

    /** A {@link ReplyState}'s name; absent until somebody claims the reply. */
    public static final String REPLY_STATE = "replyState";

    /** Epoch milliseconds until which a claimed reply belongs to its claimant. */
    public static final String REPLY_CLAIMED_UNTIL = "replyClaimedUntil";

    /** Who holds the claim. */
    public static final String REPLY_CLAIMED_BY = "replyClaimedBy";

    /** The Telegram message that the reply became. */
    public static final String REPLY_MESSAGE_ID = "replyMessageId";

    private PredictionTable() {}
}
