package dev.polybot.bot.updates;

/** Handles updates. */
@FunctionalInterface
public interface UpdateHandler {

    /** Acts on an update unless that has been done; returns when its effect is durable or cannot be had now. */
    UpdateResult handle(IncomingUpdate update);
}
