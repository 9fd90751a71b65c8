package dev.polybot.bot.captions;

import org.jspecify.annotations.Nullable;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/**
 * Lists the help pages on captions and finds the one that a text names, even misspelt. Each keyword defines its own page; the
 * texts stand in the messages of each language.
 */
public final class HelpIndex {

    private static final HelpPage CHAINS =
            new HelpPage(
                    "chains",
                    "filter, filter, …",
                    List.of("rotate 90, blur 8, contour", "segment grey, contour"),
                    List.of("" + CaptionParser.MAX_STEPS));

    /** All pages, in the order in which the help shows them. */
    public static final List<HelpPage> ALL =
            Stream.concat(Arrays.stream(Keyword.values()).map(Keyword::help), Stream.of(CHAINS))
                    .toList();

    private static final Vocabulary<HelpPage> TOPICS =
            Vocabulary.of(ALL.toArray(HelpPage[]::new), HelpPage::topic).and("chain", CHAINS);

    private HelpIndex() {}

    /** The page about the topic that is named, or nearly named, at the beginning of a text; null when there is none. */
    public static @Nullable HelpPage about(String text) {
        TokenStream reading = new TokenStream(Tokenizer.tokens(text));
        reading.skipSeparatorsAndFillers();
        Keyword keyword = reading.take(Keyword.VOCABULARY);
        return keyword == null ? reading.guess(TOPICS) : keyword.help();
    }
}
