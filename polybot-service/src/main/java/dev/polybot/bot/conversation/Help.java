package dev.polybot.bot.conversation;

import dev.polybot.bot.captions.HelpPage;
import dev.polybot.bot.captions.HelpPages;
import dev.polybot.bot.captions.HelpText;

import org.jspecify.annotations.Nullable;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Answers to people who ask for help. */
final class Help {

    private static final Pattern IN_WORDS =
            Pattern.compile(
                    "help\\b[\\p{Punct}\\s]*(?<topic>.*)",
                    Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

    private Help() {}

    /** The page about a topic, or all there is when there is no such page. */
    static Action about(String topic) {
        HelpPage page = HelpPages.about(topic);
        return new Action.Say(page == null ? HelpText.overview() : HelpText.of(page));
    }

    /** The answer to a text that asks for help without a slash; null when it does not, or for help with something else. */
    static @Nullable Action asked(String text) {
        Matcher matcher = IN_WORDS.matcher(text.strip());
        if (!matcher.matches()) {
            return null;
        }
        String topic = matcher.group("topic");
        return topic.isEmpty() || HelpPages.about(topic) != null ? about(topic) : null;
    }
}
