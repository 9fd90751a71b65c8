package dev.polybot.bot.conversation;

import dev.polybot.bot.captions.Keyword;
import dev.polybot.bot.language.Language;

import java.util.List;

/** The menu for a photo without a caption: a button for everything that can be done with one. */
final class PhotoMenu {

    private static final int FILTERS_A_ROW = 3;

    private PhotoMenu() {}

    /**
     * The question, as a reply, so that a button finds the photo again whichever instance it reaches.
     *
     * @param album whether there are several photos
     */
    static Action.Single about(Language language, boolean album) {
        Keyboard buttons = buttons(language);
        return album
                ? new Action.Reply(
                        language.say("choose-album"),
                        buttons.and(List.of(button(Keyword.CONCAT, language))))
                : new Action.Reply(language.say("choose"), buttons);
    }

    private static Keyboard buttons(Language language) {
        return new Keyboard(List.of(List.of(button(Keyword.PREDICT, language))))
                .and(
                        Keyboard.inRowsOf(
                                FILTERS_A_ROW,
                                Keyword.filters().stream()
                                        .map(keyword -> button(keyword, language))
                                        .toList()));
    }

    private static Button button(Keyword keyword, Language language) {
        return new Button(
                language.say("button." + keyword.command()), new CallbackData.Do(keyword.spoken()));
    }
}
