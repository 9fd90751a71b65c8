package dev.polybot.bot.telegram;

import org.jspecify.annotations.Nullable;

/** The bot's own account at Telegram and how it is told of updates. */
public interface BotAccount {

    /** The bot's user name, without the @. */
    String userName();

    /**
     * Has Telegram call a webhook.
     *
     * @param secret what Telegram is to show with each call
     * @param certificate the PEM certificate that it is to trust; null when it is one that everybody trusts
     */
    void setWebhook(String url, String secret, @Nullable String certificate);

    /** Has Telegram keep updates until they are asked for. */
    void removeWebhook();
}
