package dev.polybot.bot.telegram;

import dev.polybot.bot.settings.BotSettings;
import dev.polybot.bot.settings.Credentials;

import okhttp3.Dispatcher;
import okhttp3.HttpUrl;
import okhttp3.OkHttpClient;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.telegram.telegrambots.client.okhttp.OkHttpTelegramClient;
import org.telegram.telegrambots.meta.TelegramUrl;
import org.telegram.telegrambots.meta.generics.TelegramClient;

import java.time.Duration;
import java.util.concurrent.Executors;

/** The HTTP clients for the Bot API. */
@Configuration(proxyBeanMethods = false)
class TelegramHttpConfiguration {

    private static final int MAX_PARALLEL_CALLS = 32;

    /** One pool of connections for all; no call may outlast a claim on an update or a reply. */
    @Bean(destroyMethod = "")
    OkHttpClient telegramHttpClient() {
        Dispatcher dispatcher =
                new Dispatcher(
                        Executors.newThreadPerTaskExecutor(
                                Thread.ofVirtual().name("telegram-", 0).factory()));
        dispatcher.setMaxRequests(MAX_PARALLEL_CALLS);
        dispatcher.setMaxRequestsPerHost(MAX_PARALLEL_CALLS);
        ObservedCalls observed = new ObservedCalls();
        return new OkHttpClient.Builder()
                .dispatcher(dispatcher)
                .followRedirects(false)
                .eventListenerFactory(observed)
                .addInterceptor(observed)
                .connectTimeout(Duration.ofSeconds(5))
                .readTimeout(Duration.ofSeconds(20))
                .writeTimeout(Duration.ofSeconds(20))
                .callTimeout(Duration.ofSeconds(25))
                .build();
    }

    @Bean
    HttpUrl telegramApiUrl(BotSettings settings) {
        return HttpUrl.get(settings.telegram().apiUrl());
    }

    @Bean
    TelegramClient telegramClient(OkHttpClient http, HttpUrl apiUrl, Credentials credentials) {
        return new OkHttpTelegramClient(
                http.newBuilder().addInterceptor(new AtMostOnceInterceptor()).build(),
                credentials.token().value(),
                TelegramUrl.builder()
                        .schema(apiUrl.scheme())
                        .host(apiUrl.host())
                        .port(apiUrl.port())
                        .build());
    }
}
