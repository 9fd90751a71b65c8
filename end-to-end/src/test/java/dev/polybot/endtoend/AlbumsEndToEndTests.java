package dev.polybot.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import dev.polybot.local.chat.ChatClient;

import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Albums whose pictures reach two bots in any order, one of which is killed: each is answered, right and once. */
class AlbumsEndToEndTests {

    private static final int ALBUMS = 200;
    private static final int SENDERS = 6;
    private static final Duration PATIENCE = Duration.ofMinutes(6);

    private static final List<String> CAPTIONS =
            List.of(
                    "concat",
                    "concat right-to-left",
                    "blur 4",
                    "concat",
                    "rotate 90",
                    "concat horizontal",
                    "predict",
                    "concat right-to-left",
                    "rotate 90, blur 2",
                    "concat");

    private static RunningSystem system;
    @TempDir private static Path folder;
    private static List<Path> drawn;

    @BeforeAll
    static void start() throws Exception {
        drawn = SentAlbum.draw(folder, 10);
        // A busy machine may take seconds to tell of a picture; the next one must not be late for
        // that.
        system =
                RunningSystem.start(
                        null,
                        options ->
                                options.withInstances(1, 2)
                                        .withBotEnvironment(
                                                Map.of(
                                                        "ALBUM_QUIET_TIME", "10s",
                                                        "ALBUM_LONGEST_WAIT", "60s",
                                                        "TELEGRAM_MESSAGES_PER_SECOND", "1000",
                                                        "TELEGRAM_MESSAGES_PER_SECOND_IN_CHAT",
                                                                "100")));
    }

    @AfterAll
    static void stop() throws Exception {
        system.close();
    }

    @Test
    void twoHundredAlbumsOverTwoBotsOfWhichOneIsKilledAreAnsweredRightAndOnce() throws Exception {
        try (TelegramDays telegram = new TelegramDays(system.telegram())) {
            telegram.deliverInAnyOrder();
            List<SentAlbum> albums = send();
            awaitAnswered(albums, ALBUMS / 5);
            killOneBot(telegram, albums);
            awaitAnswered(albums, ALBUMS);
            awaitQuiet(albums);
            for (SentAlbum album : albums) {
                album.assertAnsweredOnce(folder);
                album.chat().close();
            }
        }
    }

    /**
     * In the middle of its work. Telegram accepts nothing meanwhile: that keeps the one window shut that nobody can close, between
     * Telegram's accepting an answer and the bot's noting that.
     */
    private static void killOneBot(TelegramDays telegram, List<SentAlbum> albums)
            throws IOException, InterruptedException {
        telegram.bad(Map.of("serverErrors", "1"));
        awaitQuiet(albums);
        awaitNoted(albums);
        assertThat(answered(albums)).isLessThan(ALBUMS);
        system.stack().bots().getLast().kill();
        telegram.good();
    }

    private static List<SentAlbum> send() throws Exception {
        List<Future<SentAlbum>> sending = new ArrayList<>();
        try (ExecutorService senders = Executors.newFixedThreadPool(SENDERS)) {
            for (int i = 0; i < ALBUMS; i++) {
                sending.add(senders.submit(sender(i)));
            }
        }
        List<SentAlbum> albums = new ArrayList<>();
        for (Future<SentAlbum> album : sending) {
            albums.add(album.get());
        }
        return albums;
    }

    private static Callable<SentAlbum> sender(int album) {
        int pictures = 2 + new Random(album).nextInt(9);
        int captioned = new Random(album).nextInt(pictures);
        String caption = CAPTIONS.get(album % CAPTIONS.size());
        return () -> {
            long chatId = 558_000_000L + album;
            ChatClient chat = system.chat(chatId);
            return new SentAlbum(
                    chat,
                    Long.toString(chatId),
                    caption,
                    pictures,
                    chat.sendAlbum(drawn.subList(0, pictures), caption, captioned, false));
        };
    }

    private static void awaitAnswered(List<SentAlbum> albums, int count) {
        Awaitility.await("%d albums with an answer".formatted(count))
                .atMost(PATIENCE)
                .pollInterval(Duration.ofMillis(500))
                .until(() -> answered(albums) >= count);
    }

    private static int answered(List<SentAlbum> albums) throws IOException, InterruptedException {
        int answered = 0;
        for (SentAlbum album : albums) {
            answered += album.isAnswered() ? 1 : 0;
        }
        return answered;
    }

    private static void awaitNoted(List<SentAlbum> albums) {
        Awaitility.await("that what is answered is noted")
                .atMost(PATIENCE)
                .until(
                        () -> {
                            Set<String> noted = system.aws().chatsWithAnsweredAlbum();
                            for (SentAlbum album : albums) {
                                if (album.isAnswered() && !noted.contains(album.chatId())) {
                                    return false;
                                }
                            }
                            return true;
                        });
    }

    private static void awaitQuiet(List<SentAlbum> albums) {
        int[] before = {-1};
        Awaitility.await("that no more messages come")
                .atMost(PATIENCE)
                .pollDelay(Duration.ZERO)
                .pollInterval(Duration.ofSeconds(2))
                .until(
                        () -> {
                            int now = 0;
                            for (SentAlbum album : albums) {
                                now += album.answers().size();
                            }
                            boolean quiet = now == before[0];
                            before[0] = now;
                            return quiet;
                        });
    }
}
