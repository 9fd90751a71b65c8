package dev.polybot.bot.conversation;

import static java.nio.charset.StandardCharsets.UTF_8;

import org.jspecify.annotations.Nullable;

/**
 * The callback data of a button, which says what pressing it asks for; it carries everything, since no process remembers
 * what it offered. It comes back from a person's device, so it is read as a stranger's words are: nothing in it gives a
 * right to anything.
 */
public sealed interface CallbackData {

    /** Bytes of a button's data that Telegram takes (Bot API, InlineKeyboardButton). */
    int MAX_BYTES = 64;

    /**
     * A page of the help, in the place of the one that is shown.
     *
     * @param topic the page's topic; empty for the overview
     */
    record Help(String topic) implements CallbackData {}

    /** Do this to the picture that the bot's message replies to, as if this were its caption. */
    record Do(String caption) implements CallbackData {}

    /** What is about the chat's predictions, or about the bot. */
    sealed interface Recalled extends CallbackData {}

    /**
     * Detect again in the original of a prediction, with another least confidence.
     *
     * @param percent that confidence, 1 to 99
     */
    record Repeat(String predictionId, int percent) implements Recalled {}

    /** Tell where everything is that was found. */
    record Boxes(String predictionId) implements Recalled {}

    /** Send the picture back as it came. */
    record Original(String predictionId) implements Recalled {}

    /** Show a prediction once more. */
    record Show(String predictionId) implements Recalled {}

    /**
     * Wait no longer for it.
     *
     * @param id of a prediction, or of an album's predictions together
     */
    record Cancel(String id) implements Recalled {}

    /**
     * The page of the history before or after a prediction.
     *
     * @param time epoch seconds of that prediction
     */
    record PageTurn(boolean older, long time, String predictionId) implements Recalled {}

    /** The last predictions of the chat. */
    record History() implements Recalled {}

    /** Who the bot is. */
    record About() implements Recalled {}

    /** It as the data of a button. */
    default String data() {
        return switch (this) {
            case Help(String topic) -> "help:" + topic;
            case Do(String caption) -> "do:" + caption;
            case Repeat(String id, int percent) -> "again:" + percent + ':' + id;
            case Boxes(String id) -> "boxes:" + id;
            case Original(String id) -> "original:" + id;
            case Show(String id) -> "show:" + id;
            case Cancel(String id) -> "cancel:" + id;
            case PageTurn(boolean older, long time, String id) ->
                    (older ? "older:" : "newer:") + time + ':' + id;
            case History() -> "history:";
            case About() -> "about:";
        };
    }

    /** Whether a button can hold it. */
    default boolean fits() {
        return data().getBytes(UTF_8).length <= MAX_BYTES;
    }

    /** Reads what {@link #data} wrote; null when it is nothing of the kind. */
    static @Nullable CallbackData read(@Nullable String data) {
        return data == null ? null : CallbackDataReader.read(data);
    }
}
