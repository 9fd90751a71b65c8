/**
 * Picture files at the filters' edge: strangers' files to pixels, pixels to JPEG.
 */
@NullMarked
package dev.polybot.bot.filters.files;

import org.jspecify.annotations.NullMarked;
