package dev.polybot.bot.telegram;

import static java.util.Objects.requireNonNull;

import dev.polybot.bot.settings.BotToken;
import dev.polybot.bot.settings.Credentials;

import okhttp3.Call;
import okhttp3.FormBody;
import okhttp3.HttpUrl;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;

/**
 * Fetches updates over HTTP as raw JSON: the library reads a whole answer into its classes, and one update of a kind that
 * they do not know would make all the others unreadable.
 */
@Component
class UpdateSourceOverHttp implements UpdateSource {

    private static final Duration WAIT = Duration.ofSeconds(30);

    private final OkHttpClient http;
    private final HttpUrl url;
    private final TelegramCalls calls;
    private final AtomicReference<@Nullable Call> current = new AtomicReference<>();
    private volatile boolean stopped;

    UpdateSourceOverHttp(OkHttpClient http, HttpUrl apiUrl, Credentials credentials) {
        BotToken token = credentials.token();
        this.http =
                http.newBuilder()
                        .readTimeout(WAIT.plusSeconds(15))
                        .callTimeout(WAIT.plusSeconds(20))
                        .build();
        this.url =
                apiUrl.newBuilder()
                        .addPathSegment("bot" + token.value())
                        .addPathSegment("getUpdates")
                        .build();
        this.calls = new TelegramCalls(token);
    }

    @Override
    public List<JsonNode> await(long offset) {
        Call call = http.newCall(request(offset));
        current.set(call);
        if (stopped) {
            return List.of();
        }
        try (Response response = call.execute()) {
            JsonNode answer =
                    JsonMapper.shared().readTree(requireNonNull(response.body()).byteStream());
            if (!answer.path("ok").booleanValue(false)) {
                throw failure(response.code(), answer);
            }
            return answer.path("result").valueStream().toList();
        } catch (IOException | JacksonException e) {
            // Without its cause: an address with the token in it may be part of the text.
            throw new TelegramException.Unavailable("Telegram could not be reached", null);
        }
    }

    @Override
    public void stop() {
        stopped = true;
        Call call = current.get();
        if (call != null) {
            call.cancel();
        }
    }

    private Request request(long offset) {
        FormBody form =
                new FormBody.Builder()
                        .add("offset", Long.toString(offset))
                        .add("timeout", Long.toString(WAIT.toSeconds()))
                        .add(
                                "allowed_updates",
                                JsonMapper.shared()
                                        .writeValueAsString(TelegramBotAccount.UPDATE_TYPES))
                        .build();
        return new Request.Builder().url(url).post(form).build();
    }

    private TelegramException failure(int status, JsonNode answer) {
        JsonNode seconds = answer.path("parameters").path("retry_after");
        return calls.failure(
                answer.path("error_code").intValue(status),
                answer.path("description").asString(""),
                seconds.isIntegralNumber() ? Duration.ofSeconds(seconds.longValue()) : null);
    }
}
