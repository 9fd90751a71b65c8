package dev.polybot.bot.outbox;

import dev.polybot.bot.settings.RateSettings;

/**
 * The rates at which the bot may send: to all chats together, to one person, to one group. They come from the settings, which are
 * Telegram's documented ones unless set.
 *
 * @param bot to all chats together
 * @param chat to one person
 * @param group to one group, whose id is negative
 */
record SendingRates(Rate bot, Rate chat, Rate group) {

    private static final long SECOND = 1000;
    private static final long MINUTE = 60 * SECOND;

    /** In a chat with one person Telegram allows short bursts over the limit; this many it does not mind. */
    private static final int CHAT_BURST = 3;

    static SendingRates of(RateSettings settings) {
        int bot = settings.messagesPerSecond();
        int chat = settings.messagesPerSecondInChat();
        int group = settings.messagesPerMinuteInGroup();
        return new SendingRates(
                Rate.within(SECOND, bot, Math.max(1, bot / 6)),
                new Rate(Math.ceilDiv(SECOND, chat), Math.max(CHAT_BURST, chat)),
                Rate.within(MINUTE, group, Math.max(1, group / 4)));
    }

    /**
     * The limit that so many messages keep which go out together. To one person an album goes as soon as what was said before it is
     * up, so that albums follow one another at the limit itself; in a group no span of time has more than is allowed.
     */
    Rate in(String chat, int messages) {
        return chat.startsWith("-")
                ? group
                : new Rate(this.chat.interval(), Math.max(this.chat.burst(), messages));
    }
}
