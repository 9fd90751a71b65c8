package dev.polybot.bot.albums;

/**
 * An album that is this instance's to act on.
 *
 * @param holder what the lease is known by
 * @param attempt how many times this round has been begun, this one included
 */
record Held(Album album, Round round, String holder, int attempt) {}
