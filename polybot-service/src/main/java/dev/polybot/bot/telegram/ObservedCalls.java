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

/** Counts, times and traces the Bot API calls, by method alone: the rest of an address is the bot's token. */
final class ObservedCalls implements Interceptor, EventListener.Factory {

    private static final String UPDATES = "getupdates";

    /** Whose call it is: the HTTP client makes it on another thread, which knows nothing of it. */
    private final Map<Call, Context> callers = Collections.synchronizedMap(new WeakHashMap<>());

    /** Asked on the caller's thread. */
    @Override
    public EventListener create(Call call) {
        callers.put(call, Context.current());
        return EventListener.NONE;
    }

    @Override
    public Response intercept(Chain chain) throws IOException {
        String method = method(chain.request().url());
        if (method.equals(UPDATES)) {
            return timed(chain, method);
        }
        Context caller = callers.getOrDefault(chain.call(), Context.root());
        try (var _ = Traces.begin("telegram " + method, SpanKind.CLIENT, caller)) {
            return timed(chain, method);
        }
    }

    private static Response timed(Chain chain, String method) throws IOException {
        long began = System.nanoTime();
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
                    Duration.ofNanos(System.nanoTime() - began), method, status);
        }
    }

    /** Such as {@code sendphoto}, whatever its case was; {@code download} for a file. */
    static String method(HttpUrl url) {
        List<String> path = url.pathSegments();
        return path.getFirst().equals("file")
                ? "download"
                : path.getLast().toLowerCase(Locale.ROOT);
    }
}
