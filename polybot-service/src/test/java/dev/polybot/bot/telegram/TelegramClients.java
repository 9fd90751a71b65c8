package dev.polybot.bot.telegram;

import dev.polybot.bot.settings.BotToken;
import dev.polybot.bot.settings.Credentials;
import dev.polybot.bot.settings.WebhookSecret;
import dev.polybot.bot.testing.FakeTelegram;

import okhttp3.HttpUrl;
import okhttp3.OkHttpClient;

import org.telegram.telegrambots.client.okhttp.OkHttpTelegramClient;
import org.telegram.telegrambots.meta.TelegramUrl;
import org.telegram.telegrambots.meta.generics.TelegramClient;

/** The real clients of a Bot API somewhere on this machine. */
public final class TelegramClients {

    public static final Credentials CREDENTIALS =
            new Credentials(
                    new BotToken(FakeTelegram.TOKEN),
                    new WebhookSecret("the-webhook-secret"),
                    null);

    private static final OkHttpClient HTTP = new OkHttpClient();

    private TelegramClients() {}

    public static TelegramMessages botApi(String url) {
        return new TelegramMessagesOverHttp(client(url), CREDENTIALS, chat -> true);
    }

    public static TelegramFiles files(String url) {
        return new TelegramFilesOverHttp(client(url), HTTP, HttpUrl.get(url), CREDENTIALS);
    }

    static UpdateSource updates(String url) {
        return new UpdateSourceOverHttp(HTTP, HttpUrl.get(url), CREDENTIALS);
    }

    static BotAccount account(String url) {
        return new TelegramBotAccount(client(url), CREDENTIALS);
    }

    private static TelegramClient client(String url) {
        HttpUrl parsed = HttpUrl.get(url);
        return new OkHttpTelegramClient(
                HTTP.newBuilder().addInterceptor(new AtMostOnceInterceptor()).build(),
                FakeTelegram.TOKEN,
                TelegramUrl.builder()
                        .schema(parsed.scheme())
                        .host(parsed.host())
                        .port(parsed.port())
                        .build());
    }
}
