package dev.polybot.bot.telegram;

import org.jspecify.annotations.Nullable;

import java.util.List;

/** Reads and sets up the bot's account at Telegram: its name, the commands in the menu, and the webhook. */
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

    /**
     * Shows the bot's commands in the menus of its users' clients, in the place of those shown before.
     *
     * @param languageCode whose clients speak this language; null for all others
     */
    void announceCommands(List<MenuEntry> commands, @Nullable String languageCode);

    /**
     * A command in the menu.
     *
     * @param command without the slash
     */
    record MenuEntry(String command, String description) {}
}
