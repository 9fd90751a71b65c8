package dev.polybot.bot.telegram;

import static org.assertj.core.api.Assertions.assertThat;

import io.opentelemetry.context.Context;
import io.opentelemetry.context.ContextKey;

import okhttp3.Call;
import okhttp3.Callback;
import okhttp3.OkHttpClient;
import okhttp3.Protocol;
import okhttp3.Request;
import okhttp3.Response;
import okhttp3.ResponseBody;

import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

class ObservedCallsTests {

    private static final ContextKey<String> CALLER = ContextKey.named("caller");

    @Test
    void aCallThatAnotherThreadMakesBelongsToItsCaller() throws Exception {
        CompletableFuture<String> seen = new CompletableFuture<>();
        ObservedCalls observed = new ObservedCalls();
        OkHttpClient http =
                new OkHttpClient.Builder()
                        .eventListenerFactory(observed)
                        .addInterceptor(observed)
                        .addInterceptor(
                                chain -> {
                                    seen.complete(Context.current().get(CALLER));
                                    return answer(chain.request());
                                })
                        .build();

        try (var _ = Context.current().with(CALLER, "this one").makeCurrent()) {
            http.newCall(new Request.Builder().url("http://127.0.0.1:9/botTOKEN/sendPhoto").build())
                    .enqueue(new Nothing());
        }

        assertThat(seen.get(20, TimeUnit.SECONDS)).isEqualTo("this one");
    }

    private static Response answer(Request request) {
        return new Response.Builder()
                .request(request)
                .protocol(Protocol.HTTP_1_1)
                .code(200)
                .message("OK")
                .body(ResponseBody.create("{}", null))
                .build();
    }

    private static final class Nothing implements Callback {
        @Override
        public void onFailure(Call call, IOException e) {}

        @Override
        public void onResponse(Call call, Response response) {
            response.close();
        }
    }
}
