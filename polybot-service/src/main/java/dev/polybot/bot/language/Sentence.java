package dev.polybot.bot.language;

/** What is said to somebody, in whichever language it is asked for. */
@FunctionalInterface
public interface Sentence {

    String in(Language language);
}
