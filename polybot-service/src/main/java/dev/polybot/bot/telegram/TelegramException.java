package dev.polybot.bot.telegram;

import org.jspecify.annotations.Nullable;

import java.io.Serial;
import java.time.Duration;

/** Signals that a Bot API call failed, and how. Messages never hold the bot's token. */
public abstract sealed class TelegramException extends RuntimeException {

    @Serial private static final long serialVersionUID = 1L;

    private TelegramException(String message) {
        super(message);
    }

    /** Telegram will never do it: the chat does not exist, the user blocked the bot, the file is not good enough. */
    public static final class Refused extends TelegramException {

        @Serial private static final long serialVersionUID = 1L;

        private final @Nullable Long movedTo;

        public Refused(String description) {
            this(description, null);
        }

        /**
         * A refusal.
         *
         * @param movedTo the supergroup that the group has become; null for any other reason
         */
        public Refused(String description, @Nullable Long movedTo) {
            super(description);
            this.movedTo = movedTo;
        }

        /** Where the chat is now; null when it has not moved. */
        public @Nullable Long movedTo() {
            return movedTo;
        }

        /** Whether it is the picture that Telegram dislikes rather than the chat. */
        boolean becauseOfThePicture() {
            String description = String.valueOf(getMessage());
            return description.contains("PHOTO_")
                    || description.contains("IMAGE_PROCESS_FAILED")
                    || description.contains("file is too big")
                    || description.contains("Too Large");
        }

        /** Whether nothing at all can be said there: no such chat, or no place for the bot in it. */
        public boolean becauseOfTheChat() {
            String description = String.valueOf(getMessage());
            return description.contains("chat not found")
                    || description.startsWith("Forbidden")
                    || description.contains("PEER_ID_INVALID")
                    || description.contains("CHAT_WRITE_FORBIDDEN")
                    || description.contains("chat was upgraded")
                    || description.contains("chat was deactivated");
        }

        /** Whether a message says already what it was to say. */
        boolean becauseNothingChanges() {
            return String.valueOf(getMessage()).contains("message is not modified");
        }
    }

    /** It may work later. */
    public static final class Unavailable extends TelegramException {

        @Serial private static final long serialVersionUID = 1L;

        private final transient @Nullable Duration retryAfter;

        /**
         * Something that may pass.
         *
         * @param retryAfter how long Telegram wants not to be asked; null when it does not say
         */
        public Unavailable(String message, @Nullable Duration retryAfter) {
            super(message);
            this.retryAfter = retryAfter;
        }

        public @Nullable Duration retryAfter() {
            return retryAfter;
        }
    }

    /** The token is not one of a living bot; an operator must act. */
    public static final class TokenRejected extends TelegramException {

        @Serial private static final long serialVersionUID = 1L;

        public TokenRejected() {
            super("Telegram does not know the bot's token");
        }
    }
}
