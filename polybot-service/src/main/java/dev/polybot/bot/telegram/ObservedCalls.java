package dev.polybot.bot.telegram;

import dev.polybot.observability.PolybotMetric;
import dev.polybot.observability.Traces;

import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.context.Context;

import okhttp3.Call;
import okhttp3.EventListener;
import okhttp3.HttpUrl;
import okhttp3.Interceptor;
import okhttp3.Response;

import java.io.IOException;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.WeakHashMap;

/** Counts, times and traces each call of the Bot API, named by its method alone: the rest of an address is the bot's token. */
final class ObservedCalls implements Interceptor, EventListener.Factory {

    private static final String UPDATES = "getupdates";

    /** The trace context of whoever makes a call: the HTTP client executes it on another thread, which has none. */
    private final Map<Call, Context> callerContexts =
            Collections.synchronizedMap(new WeakHashMap<>());

    /** Called on the caller's thread. */
    @Override
    public EventListener create(Call call) {
        callerContexts.put(call, Context.current());
        return EventListener.NONE;
    }

    @Override
    public Response intercept(Chain chain) throws IOException {
        String method = method(chain.request().url());
        if (method.equals(UPDATES)) {
            return proceed(chain, method);
        }
        Context parent = callerContexts.getOrDefault(chain.call(), Context.root());
        try (var _ = Traces.begin("telegram " + method, SpanKind.CLIENT, parent)) {
            return proceed(chain, method);
        }
    }

    private static Response proceed(Chain chain, String method) throws IOException {
        long start = System.nanoTime();
        String status = "none";
        try {
            Response response = chain.proceed(chain.request());
            status = Integer.toString(response.code());
            if (!response.isSuccessful()) {
                Traces.failed("HTTP " + status);
            }
            return response;
        } catch (IOException e) {
            Traces.failed(e.getClass().getSimpleName());
            throw e;
        } finally {
            PolybotMetric.TELEGRAM_CALLS.record(
                    Duration.ofNanos(System.nanoTime() - start), method, status);
        }
    }

    /** The Bot API method of an address, in lower case, such as {@code sendphoto}; {@code download} for a file. */
    static String method(HttpUrl url) {
        List<String> path = url.pathSegments();
        return path.getFirst().equals("file")
                ? "download"
                : path.getLast().toLowerCase(Locale.ROOT);
    }
}
