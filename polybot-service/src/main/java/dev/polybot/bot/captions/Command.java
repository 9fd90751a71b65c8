package dev.polybot.bot.captions;

import org.jspecify.annotations.Nullable;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A slash command, as Telegram's clients send it when a command is tapped.
 *
 * @param name the word behind the slash, in lower case
 * @param bot the bot it is addressed to, as in {@code /help@polybot}; null when it names none
 * @param rest what follows, without surrounding blanks
 */
public record Command(String name, @Nullable String bot, String rest) {

    private static final Pattern SHAPE =
            Pattern.compile("/(?<name>\\w+)(?:@(?<bot>\\w+))?(?:\\s+(?<rest>.*))?", Pattern.DOTALL);

    /** The command that a text is, or null when it is none. */
    public static @Nullable Command read(String text) {
        Matcher matcher = SHAPE.matcher(text.strip());
        if (!matcher.matches()) {
            return null;
        }
        String rest = matcher.group("rest");
        return new Command(
                matcher.group("name").toLowerCase(Locale.ROOT),
                matcher.group("bot"),
                rest == null ? "" : rest.strip());
    }

    /** Whether it is meant for a bot other than this one. As long as a bot does not know its own name, every name may be its. */
    public boolean isForAnother(@Nullable String ownName) {
        return bot != null && ownName != null && !bot.equalsIgnoreCase(ownName);
    }

    /** The same in words: {@code predict} for {@code /predict@polybot}. */
    public String withoutSlash() {
        return rest.isEmpty() ? name : name + ' ' + rest;
    }
}
