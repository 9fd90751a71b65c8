/**
 * Pictures in S3 and on their way through this process.
 */
@NullMarked
package dev.polybot.bot.pictures;

import org.jspecify.annotations.NullMarked;
