package dev.polybot.bot.rest;

import dev.polybot.bot.storage.TemporaryPicture;

/**
 * An uploaded picture in a temporary file.
 *
 * @param name as its sender calls it
 * @param extension of its format, such as {@code jpg}
 * @param digest of its bytes, as hexadecimal digits
 */
public record Upload(TemporaryPicture picture, String name, String extension, String digest) {}
