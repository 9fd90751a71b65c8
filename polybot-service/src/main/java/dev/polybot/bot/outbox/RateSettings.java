package dev.polybot.bot.outbox;

import dev.polybot.bot.settings.InvalidSetting;
import dev.polybot.bot.settings.InvalidSettingsException;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

import java.util.ArrayList;
import java.util.List;

/**
 * Settings of the rates at which the bot sends. The defaults are Telegram's; a Bot API server of one's own may allow more.
 *
 * @param messagesPerSecond to all chats together
 * @param messagesPerSecondInChat in the long run, to one person
 * @param messagesPerMinuteInGroup to one group
 */
@ConfigurationProperties("polybot.pacing")
public record RateSettings(
        @DefaultValue("30") int messagesPerSecond,
        @DefaultValue("1") int messagesPerSecondInChat,
        @DefaultValue("20") int messagesPerMinuteInGroup) {

    private static final int MOST = 1000;

    /**
     * Takes sound settings only.
     *
     * @throws InvalidSettingsException with every fault there is
     */
    public RateSettings {
        List<InvalidSetting> faults = new ArrayList<>();
        check(messagesPerSecond, MOST, "TELEGRAM_MESSAGES_PER_SECOND", faults);
        check(messagesPerSecondInChat, MOST, "TELEGRAM_MESSAGES_PER_SECOND_IN_CHAT", faults);
        check(messagesPerMinuteInGroup, 60 * MOST, "TELEGRAM_MESSAGES_PER_MINUTE_IN_GROUP", faults);
        if (!faults.isEmpty()) {
            throw new InvalidSettingsException(faults);
        }
    }

    private static void check(int value, int most, String name, List<InvalidSetting> faults) {
        if (value < 1 || value > most) {
            faults.add(new InvalidSetting(name, "must be 1 to " + most + "."));
        }
    }
}
