package dev.polybot.bot.language;

/** A text in any of the bot's languages. */
@FunctionalInterface
public interface Sentence {

    String in(Language language);
}
