package dev.polybot.bot.telegram;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.polybot.bot.settings.Credentials;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.telegram.telegrambots.meta.api.methods.GetMe;
import org.telegram.telegrambots.meta.api.methods.commands.SetMyCommands;
import org.telegram.telegrambots.meta.api.methods.updates.DeleteWebhook;
import org.telegram.telegrambots.meta.api.methods.updates.SetWebhook;
import org.telegram.telegrambots.meta.api.objects.InputFile;
import org.telegram.telegrambots.meta.api.objects.commands.BotCommand;
import org.telegram.telegrambots.meta.generics.TelegramClient;

import java.io.ByteArrayInputStream;
import java.util.List;

/** Manages the bot's account through the Bot API over HTTP. */
@Component
class TelegramBotAccount implements BotAccount {

    /** What the bot acts on; Telegram keeps the rest to itself. */
    static final List<String> UPDATE_TYPES = List.of("message", "edited_message", "callback_query");

    /** As many updates as Telegram may tell of at once: it is the bot's back-pressure. */
    private static final int MAX_CONNECTIONS = 40;

    private final TelegramClient client;
    private final TelegramCalls calls;

    TelegramBotAccount(TelegramClient client, Credentials credentials) {
        this.client = client;
        this.calls = new TelegramCalls(credentials.token());
    }

    @Override
    public String userName() {
        return calls.make(() -> client.execute(new GetMe())).getUserName();
    }

    @Override
    public void setWebhook(String url, String secretToken, @Nullable String certificate) {
        SetWebhook webhook = new SetWebhook(url);
        webhook.setSecretToken(secretToken);
        webhook.setAllowedUpdates(UPDATE_TYPES);
        webhook.setMaxConnections(MAX_CONNECTIONS);
        if (certificate != null) {
            webhook.setCertificate(
                    new InputFile(
                            new ByteArrayInputStream(certificate.getBytes(UTF_8)),
                            "certificate.pem"));
        }
        calls.make(() -> client.execute(webhook));
    }

    @Override
    public void deleteWebhook() {
        calls.make(() -> client.execute(new DeleteWebhook()));
    }

    @Override
    public void setCommands(List<MenuEntry> commands, @Nullable String languageCode) {
        SetMyCommands menu =
                new SetMyCommands(
                        commands.stream()
                                .map(entry -> new BotCommand(entry.command(), entry.description()))
                                .toList());
        menu.setLanguageCode(languageCode);
        calls.make(() -> client.execute(menu));
    }
}
