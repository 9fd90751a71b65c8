package dev.polybot.bot.settings;

import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings of the rates at which the bot sends. The defaults are Telegram's; a Bot API server of one's own may allow more.
 *
 * @param messagesPerSecond to all chats together
 * @param messagesPerSecondInChat in the long run, to one person
 * @param messagesPerMinuteInGroup to one group
 */
public record RateSettings(
        @DefaultValue("30") int messagesPerSecond,
        @DefaultValue("1") int messagesPerSecondInChat,
        @DefaultValue("20") int messagesPerMinuteInGroup) {

    private static final int MOST = 1000;

    void check(SettingFaults faults) {
        faults.requireOneTo(MOST, messagesPerSecond, "TELEGRAM_MESSAGES_PER_SECOND");
        faults.requireOneTo(MOST, messagesPerSecondInChat, "TELEGRAM_MESSAGES_PER_SECOND_IN_CHAT");
        faults.requireOneTo(
                60 * MOST, messagesPerMinuteInGroup, "TELEGRAM_MESSAGES_PER_MINUTE_IN_GROUP");
    }
}
