package dev.polybot.bot.language;

/** A text that is put into its reader's language when that is known. */
@FunctionalInterface
public interface LocalizedText {

    String in(Language language);
}
