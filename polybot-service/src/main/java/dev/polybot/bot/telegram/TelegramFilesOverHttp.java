package dev.polybot.bot.telegram;

import static java.util.Objects.requireNonNull;

import dev.polybot.bot.settings.BotToken;
import dev.polybot.bot.settings.Credentials;
import dev.polybot.bot.storage.BoundedCopy;

import okhttp3.HttpUrl;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;

import org.springframework.stereotype.Component;
import org.telegram.telegrambots.meta.api.methods.GetFile;
import org.telegram.telegrambots.meta.generics.TelegramClient;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Downloads files over HTTP. The library's own download goes to api.telegram.org wherever the Bot API is said to be, so only
 * the file's path is asked through it.
 */
@Component
class TelegramFilesOverHttp implements TelegramFiles {

    private static final Pattern EXTENSION = Pattern.compile("\\.([A-Za-z0-9]{1,5})$");

    private final TelegramClient client;
    private final OkHttpClient http;
    private final HttpUrl apiUrl;
    private final BotToken token;
    private final TelegramCalls calls;

    TelegramFilesOverHttp(
            TelegramClient client, OkHttpClient http, HttpUrl apiUrl, Credentials credentials) {
        this.client = client;
        this.http = http;
        this.apiUrl = apiUrl;
        this.token = credentials.token();
        this.calls = new TelegramCalls(token);
    }

    @Override
    public Fetched fetch(String fileId, Path to, long maxBytes) {
        String path;
        try {
            path = calls.make(() -> client.execute(new GetFile(fileId))).getFilePath();
        } catch (TelegramException.Refused refused) {
            return refused.becauseOfThePicture() ? Fetched.TOO_LARGE : Fetched.GONE;
        }
        return path == null ? Fetched.GONE : download(path, to, maxBytes);
    }

    private Fetched download(String path, Path to, long maxBytes) {
        try (Response response =
                http.newCall(new Request.Builder().url(url(path)).build()).execute()) {
            if (response.code() >= 400 && response.code() < 500 && response.code() != 429) {
                return Fetched.GONE;
            }
            if (!response.isSuccessful()) {
                throw new TelegramException.Unavailable(
                        "Telegram answered " + response.code() + " for a file", null);
            }
            return BoundedCopy.copy(requireNonNull(response.body()).byteStream(), to, maxBytes)
                    ? new Fetched.Done(extension(path))
                    : Fetched.TOO_LARGE;
        } catch (IOException e) {
            // Without its cause: an address with the token in it may be part of the text.
            throw new TelegramException.Unavailable(
                    "A file could not be fetched from Telegram", null);
        }
    }

    private HttpUrl url(String path) {
        return apiUrl.newBuilder()
                .addPathSegment("file")
                .addPathSegment("bot" + token.value())
                .addPathSegments(path)
                .build();
    }

    private static String extension(String path) {
        Matcher matcher = EXTENSION.matcher(path);
        return matcher.find() ? matcher.group(1).toLowerCase(Locale.ROOT) : "jpg";
    }
}
