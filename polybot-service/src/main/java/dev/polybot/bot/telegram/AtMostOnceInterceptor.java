package dev.polybot.bot.telegram;

import static java.util.Objects.requireNonNull;

import okhttp3.Interceptor;
import okhttp3.MediaType;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;
import okhttp3.ResponseBody;

import okio.BufferedSink;

import org.jspecify.annotations.Nullable;

import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import java.io.IOException;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Sends each message request at most once, and treats it as sent whenever Telegram answers with success.
 *
 * <p>The HTTP client would send a request whose answer is lost again, by itself and unnoticed: a message twice. (Switching that off
 * altogether would also keep it from trying a host's other addresses.) And the library takes an answer that it cannot read for a
 * failure, although the message was sent: so of an answer of success it is given nothing but the messages' numbers.
 */
final class AtMostOnceInterceptor implements Interceptor {

    private static final Set<String> SENDING =
            Set.of("sendmessage", "sendphoto", "senddocument", "sendmediagroup");

    private static final MediaType JSON = MediaType.get("application/json");

    /** The number of a message that Telegram has, but did not say. */
    static final int UNKNOWN = 0;

    @Override
    public Response intercept(Chain chain) throws IOException {
        Request request = chain.request();
        RequestBody body = request.body();
        String method = request.url().pathSegments().getLast().toLowerCase(Locale.ROOT);
        if (body == null || !SENDING.contains(method)) {
            return chain.proceed(request);
        }
        Response response =
                chain.proceed(
                        request.newBuilder().method(request.method(), new OneShot(body)).build());
        return response.isSuccessful()
                ? readable(response, method.equals("sendmediagroup"))
                : response;
    }

    private static Response readable(Response response, boolean album) {
        String result;
        try (response) {
            JsonNode answer =
                    JsonMapper.shared().readTree(requireNonNull(response.body()).byteStream());
            result = messages(answer.path("result"), album);
        } catch (JacksonException e) {
            result = album ? "[" + message(UNKNOWN) + "]" : message(UNKNOWN);
        }
        return response.newBuilder()
                .body(ResponseBody.create("{\"ok\":true,\"result\":" + result + "}", JSON))
                .build();
    }

    private static String messages(JsonNode result, boolean album) {
        Stream<JsonNode> all = result.isArray() ? result.valueStream() : Stream.of(result);
        String messages =
                all.map(message -> message(message.path("message_id").asInt(UNKNOWN)))
                        .collect(Collectors.joining(","));
        return album ? "[" + messages + "]" : messages;
    }

    private static String message(int id) {
        return "{\"message_id\":%d,\"date\":1,\"chat\":{\"id\":1,\"type\":\"private\"}}"
                .formatted(id);
    }

    /** A body that is not sent again once sending it has begun. */
    private static final class OneShot extends RequestBody {

        private final RequestBody body;

        OneShot(RequestBody body) {
            this.body = body;
        }

        @Override
        public @Nullable MediaType contentType() {
            return body.contentType();
        }

        @Override
        public long contentLength() throws IOException {
            return body.contentLength();
        }

        @Override
        public boolean isOneShot() {
            return true;
        }

        @Override
        public void writeTo(BufferedSink sink) throws IOException {
            body.writeTo(sink);
        }
    }
}
