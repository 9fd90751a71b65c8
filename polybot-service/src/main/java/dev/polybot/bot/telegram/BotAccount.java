package dev.polybot.bot.telegram;

import org.jspecify.annotations.Nullable;

import java.util.List;

/** The bot's account at Telegram: tells its name; sets the webhook and the menu of commands. Each method is one call of the Bot API. */
public interface BotAccount {

    /** The bot's user name, without the @. */
    String userName();

    /**
     * Has Telegram deliver updates to a webhook.
     *
     * @param secretToken sent by Telegram with each update
     * @param certificate the webhook's PEM certificate; null when it is one that everybody trusts
     */
    void setWebhook(String url, String secretToken, @Nullable String certificate);

    /** Has Telegram keep updates for long polling. */
    void deleteWebhook();

    /**
     * Replaces the menu of commands that users' clients show.
     *
     * @param languageCode of the clients that show this one; null for all others
     */
    void setCommands(List<MenuEntry> commands, @Nullable String languageCode);

    /**
     * A command in the menu.
     *
     * @param command without the slash
     */
    record MenuEntry(String command, String description) {}
}
