package dev.polybot.bot.captions;

import static java.util.stream.Collectors.joining;

/** The help as people read it. Each text fits into one message. */
public final class HelpText {

    private HelpText() {}

    /** Everything that can be asked for. */
    public static String overview() {
        return HelpPages.ALL.stream()
                .map(page -> page.usage() + "\n    " + page.summary())
                .collect(
                        joining(
                                "\n\n",
                                "Send me a photo, or a picture as a file, with one of these captions:\n\n",
                                "\n\nWhat is in brackets you may leave out. \"/help blur\" shows examples, and so for"
                                        + " every other name."));
    }

    /** One of them with its examples, each on a line of its own between a bullet and a dash. */
    public static String of(HelpPage page) {
        return page.examples().stream()
                .map(example -> "• " + example.caption() + " — " + example.meaning())
                .collect(
                        joining(
                                "\n",
                                page.usage()
                                        + "\n    "
                                        + page.summary()
                                        + "\n\nCaptions that work:\n",
                                ""));
    }
}
