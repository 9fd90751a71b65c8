package dev.polybot.bot.conversation;

import dev.polybot.bot.captions.HelpIndex;
import dev.polybot.bot.captions.HelpPage;
import dev.polybot.bot.captions.HelpRenderer;
import dev.polybot.bot.language.Language;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Replies to requests for help: pages, and buttons that lead from each to the others. */
final class Help {

    private static final int BUTTONS_A_ROW = 4;

    private static final Pattern IN_WORDS =
            Pattern.compile(
                    "/?(?:"
                            + String.join("|", GeneralCommand.HELP.words())
                            + ")\\b(?:@\\w+)?[\\p{Punct}\\s]*(?<topic>.*)",
                    Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

    private Help() {}

    /** The page about a topic, or all there is when there is no such page. */
    static Action.Single about(String topic, Language language) {
        HelpPage page = HelpIndex.about(topic);
        return new Action.Say(text(page, language), buttons(page, language));
    }

    /** The same, in the place of the page that is shown. */
    static Action.Single insteadOfAnother(String topic, Language language) {
        HelpPage page = HelpIndex.about(topic);
        return new Action.Replace(text(page, language), buttons(page, language));
    }

    /** The answer to a text that asks for help in words; null when it does not, or for help with something else. */
    static Action.@Nullable Single asked(String text, Language language) {
        Matcher matcher = IN_WORDS.matcher(text.strip());
        if (!matcher.matches()) {
            return null;
        }
        String topic = matcher.group("topic");
        return topic.isEmpty() || HelpIndex.about(topic) != null ? about(topic, language) : null;
    }

    private static String text(@Nullable HelpPage page, Language language) {
        return page == null ? HelpRenderer.overview(language) : HelpRenderer.of(page, language);
    }

    private static Keyboard buttons(@Nullable HelpPage shown, Language language) {
        List<Button> others =
                HelpIndex.ALL.stream()
                        .filter(page -> !page.equals(shown))
                        .map(page -> new Button(page.topic(), new CallbackData.Help(page.key())))
                        .toList();
        Keyboard pages = Keyboard.inRowsOf(BUTTONS_A_ROW, others);
        return shown == null
                ? pages
                : pages.and(
                        List.of(
                                new Button(
                                        language.say("button.all-pages"),
                                        new CallbackData.Help(""))));
    }
}
