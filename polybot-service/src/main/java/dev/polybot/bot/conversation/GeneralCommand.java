package dev.polybot.bot.conversation;

import org.jspecify.annotations.Nullable;

import java.util.Arrays;
import java.util.List;

/** The commands that are about no picture, and the words that people have for each. */
public enum GeneralCommand {
    START("start"),
    HISTORY("history", "verlauf"),
    HELP("help", "hilfe"),
    ABOUT("about");

    /** Those that the menu of commands offers; Telegram itself offers the other. */
    public static final List<GeneralCommand> IN_MENU = List.of(HISTORY, HELP, ABOUT);

    @SuppressWarnings("ImmutableEnumChecker") // a list that List.of has made
    private final List<String> words;

    GeneralCommand(String... words) {
        this.words = List.of(words);
    }

    /** The command that a word in lower case stands for; null for none. */
    static @Nullable GeneralCommand of(String word) {
        return Arrays.stream(values())
                .filter(command -> command.words.contains(word))
                .findFirst()
                .orElse(null);
    }

    /** All words for it. */
    List<String> words() {
        return words;
    }

    /** The word by which the menu has it. */
    public String word() {
        return words.getFirst();
    }
}
