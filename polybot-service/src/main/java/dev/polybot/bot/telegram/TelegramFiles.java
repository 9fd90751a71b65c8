package dev.polybot.bot.telegram;

import java.nio.file.Path;

/** Fetches what users sent. */
public interface TelegramFiles {

    /**
     * Fetches a file.
     *
     * @param maxBytes no more than this is taken
     * @throws TelegramException.Unavailable when it may work later
     */
    Fetched fetch(String fileId, Path to, long maxBytes);

    /** What became of it. */
    sealed interface Fetched {

        /**
         * It is there.
         *
         * @param extension of its name at Telegram, in lower case without the dot; {@code jpg} when it has none
         */
        record Done(String extension) implements Fetched {}

        /** It has more bytes than are taken, or than Telegram gives to bots. */
        record TooLarge() implements Fetched {}

        /** Telegram does not have it or does not give it. */
        record Gone() implements Fetched {}
    }
}
