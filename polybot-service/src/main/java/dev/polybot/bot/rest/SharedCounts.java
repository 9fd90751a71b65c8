package dev.polybot.bot.rest;

/** What all processes together count. */
@FunctionalInterface
public interface SharedCounts {

    /**
     * Adds to a key's requests of a minute.
     *
     * @param minute since the epoch
     * @return how many all processes have counted
     */
    long add(String key, long minute, long requests);
}
