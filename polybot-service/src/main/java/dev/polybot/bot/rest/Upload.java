package dev.polybot.bot.rest;

import dev.polybot.bot.storage.TemporaryPicture;

/**
 * What is known of an uploaded picture: its temporary file, its sender's name for it and its format.
 *
 * @param name as its sender calls it
 * @param extension of its format, such as {@code jpg}
 */
record Upload(TemporaryPicture picture, String name, String extension) {}
