package dev.polybot.bot.captions;

import static java.util.stream.Collectors.joining;

import dev.polybot.bot.language.Language;

/** Renders help pages as message text. Each text fits into one message. */
public final class HelpRenderer {

    private HelpRenderer() {}

    /** Everything that can be asked for. */
    public static String overview(Language language) {
        return HelpIndex.ALL.stream()
                .map(page -> page.usage() + "\n    " + page.summary(language))
                .collect(
                        joining(
                                "\n\n",
                                language.say("help.intro") + "\n\n",
                                "\n\n" + language.say("help.outro")));
    }

    /** One of them with its examples, each on a line of its own between a bullet and a dash. */
    public static String of(HelpPage page, Language language) {
        return page.examples(language).stream()
                .map(example -> "• " + example.caption() + " — " + example.meaning())
                .collect(
                        joining(
                                "\n",
                                page.usage()
                                        + "\n    "
                                        + page.summary(language)
                                        + "\n\n"
                                        + language.say("help.examples")
                                        + '\n',
                                ""));
    }
}
