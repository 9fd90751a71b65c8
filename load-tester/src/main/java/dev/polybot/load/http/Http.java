package dev.polybot.load.http;

import java.net.http.HttpClient;
import java.time.Duration;
import java.util.concurrent.Executors;

/** The client with which all is asked: no proxy, no redirect, one connection for each request under way. */
public final class Http {

    static {
        // Bursts end at different times; what they leave open is of use for the next ones.
        System.setProperty("jdk.httpclient.keepalive.timeout", "20");
    }

    private Http() {}

    public static HttpClient client() {
        return HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .followRedirects(HttpClient.Redirect.NEVER)
                .proxy(HttpClient.Builder.NO_PROXY)
                .connectTimeout(Duration.ofSeconds(10))
                .executor(Executors.newVirtualThreadPerTaskExecutor())
                .build();
    }
}
