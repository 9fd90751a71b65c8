package dev.polybot.local.telegram.state;

import static org.assertj.core.api.Assertions.assertThat;

import dev.polybot.local.json.Json;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import tools.jackson.databind.node.ObjectNode;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.Set;

class TelegramStateTests {

    private static final long CHAT = 42;

    @TempDir private Path folder;

    @Test
    void everythingIsThereAgainAfterARestart() throws Exception {
        StoredFile file;
        try (TelegramState state = TelegramState.in(folder)) {
            state.chats().open(CHAT);
            state.chats().block(43, true);
            state.messages().add(message("first"));
            ObjectNode second = state.messages().add(message("second"));
            second.put("text", "changed");
            state.messages().replace(second);
            state.messages()
                    .delete(
                            CHAT,
                            state.messages().add(message("gone")).path("message_id").asLong());
            state.updates().add(CHAT, "message", message("first"));
            state.updates().add(CHAT, "message", message("second"));
            state.updates().delivered(1);
            state.updates()
                    .setWebhook(
                            new Webhook(
                                    URI.create("http://127.0.0.1:1/x"), "s", 7, Set.of("message")),
                            false);
            Path content = Files.writeString(state.temporary().resolve("x"), "content");
            file = state.files().add(content, "documents", "text/plain", "x.txt");
        }
        for (int restart = 0; restart < 2; restart++) {
            try (TelegramState state = TelegramState.in(folder)) {
                assertThat(state.chats().exists(CHAT)).isTrue();
                assertThat(state.chats().isBlocked(43)).isTrue();
                assertThat(state.messages().after(CHAT, 0, 10))
                        .extracting(message -> message.path("text").asString())
                        .containsExactly("first", "changed");
                assertThat(state.updates().oldestOn(CHAT).orElseThrow().id()).isEqualTo(2);
                assertThat(state.updates().webhook())
                        .isEqualTo(
                                new Webhook(
                                        URI.create("http://127.0.0.1:1/x"),
                                        "s",
                                        7,
                                        Set.of("message")));
                assertThat(state.files().byPath("documents/file_1.txt")).contains(file);
                assertThat(state.files().content(file)).hasContent("content");
            }
        }
    }

    @Test
    void idsGoOnGrowingAfterARestart() throws Exception {
        try (TelegramState state = TelegramState.in(folder)) {
            long id = state.messages().add(message("a")).path("message_id").asLong();
            state.messages().delete(CHAT, id);
            state.updates().add(CHAT, "message", message("a"));
            state.updates().delivered(1);
        }
        TelegramState.in(folder).close();
        try (TelegramState state = TelegramState.in(folder)) {
            assertThat(state.messages().add(message("b")).path("message_id").asLong()).isEqualTo(2);
            state.updates().add(CHAT, "message", message("b"));
            assertThat(state.updates().oldestOn(CHAT).orElseThrow().id()).isEqualTo(2);
        }
    }

    @Test
    void aLineThatWasCutOffCostsOnlyItself() throws IOException {
        try (TelegramState state = TelegramState.in(folder)) {
            state.messages().add(message("kept"));
        }
        Files.writeString(
                folder.resolve("journal.jsonl"), "{\"kind\":\"mess", StandardOpenOption.APPEND);

        try (TelegramState state = TelegramState.in(folder)) {
            assertThat(state.messages().after(CHAT, 0, 10)).hasSize(1);
        }
    }

    @Test
    void anOffsetConfirmsWhatLiesBelowIt() throws Exception {
        try (TelegramState state = TelegramState.in(folder)) {
            Updates updates = state.updates();
            for (String text : new String[] {"a", "b", "c"}) {
                updates.add(CHAT, "message", message(text));
            }

            assertThat(updates.fetch(0, 100, Duration.ZERO)).hasSize(3);
            assertThat(updates.fetch(3, 100, Duration.ZERO)).hasSize(1);
            assertThat(updates.pendingCount()).isEqualTo(1);
            assertThat(updates.fetch(4, 100, Duration.ofMillis(20))).isEmpty();
        }
    }

    private static ObjectNode message(String text) {
        ObjectNode message = Json.object().put("text", text);
        message.set("chat", Chats.describe(CHAT));
        return message;
    }
}
