package dev.polybot.bot.pacing;

/**
 * What Telegram lets a bot say (Bots FAQ, "My bot is hitting limits").
 *
 * @param bot to all chats together
 * @param chat to one person
 * @param group to one group, whose id is negative
 */
record PacingLimits(Rate bot, Rate chat, Rate group) {

    private static final long SECOND = 1000;
    private static final long MINUTE = 60 * SECOND;

    /** In a chat with one person Telegram allows short bursts over the limit; this many it does not mind. */
    private static final int CHAT_BURST = 3;

    static PacingLimits of(PacingSettings settings) {
        int bot = settings.messagesPerSecond();
        int chat = settings.messagesPerSecondInChat();
        int group = settings.messagesPerMinuteInGroup();
        return new PacingLimits(
                Rate.within(SECOND, bot, Math.max(1, bot / 6)),
                new Rate(Math.ceilDiv(SECOND, chat), Math.max(CHAT_BURST, chat)),
                Rate.within(MINUTE, group, Math.max(1, group / 4)));
    }

    Rate in(String chat) {
        return chat.startsWith("-") ? group : this.chat;
    }

    /** For an instance that cannot know what the others send. */
    PacingLimits careful() {
        return new PacingLimits(bot.careful(), chat.careful(), group.careful());
    }
}
