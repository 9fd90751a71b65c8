package dev.polybot.bot.settings;

import java.util.regex.Pattern;

/**
 * The bot's token, validated and masked. It never shows itself; whoever needs it to talk to Telegram asks for {@link
 * #value()}.
 *
 * @param value the token as @BotFather gives it: the bot's id, a colon and the secret part
 */
public record BotToken(String value) {

    private static final Pattern SHAPE = Pattern.compile("[0-9]+:[A-Za-z0-9_-]+");

    public BotToken {
        if (!SHAPE.matcher(value).matches()) {
            throw new IllegalArgumentException("This is not a token as @BotFather gives it.");
        }
    }

    /** The bot's own user id, which is no secret. */
    public String botId() {
        return value.substring(0, value.indexOf(':'));
    }

    /** The text with every occurrence of the token masked. */
    public String maskedIn(String text) {
        return text.replace(value, "***");
    }

    @Override
    public String toString() {
        return botId() + ":***";
    }
}
