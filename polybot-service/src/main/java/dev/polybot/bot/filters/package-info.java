/**
 * What can be done to a picture's pixels: plain Java on a plain array, without files, natives or frameworks.
 */
@NullMarked
package dev.polybot.bot.filters;

import org.jspecify.annotations.NullMarked;
