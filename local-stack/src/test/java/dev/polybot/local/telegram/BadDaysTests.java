package dev.polybot.local.telegram;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.polybot.local.telegram.FakeTelegramServer.Settings;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import tools.jackson.databind.JsonNode;

import java.io.IOException;
import java.nio.file.Path;

/** What Telegram does when it is asked too much, or is not well. */
class BadDaysTests {

    private static final String CHAT = "4242002";
    private static final String GROUP = "-4242003";
    private static final String SUPERGROUP = "-1000004242003";

    @TempDir private Path folder;
    private FakeTelegramServer telegram;
    private Caller call;

    @BeforeEach
    void start() throws Exception {
        telegram = FakeTelegramServer.start(new Settings(0, folder, Caller.TOKEN));
        call = new Caller(telegram.address());
        call.post("/chat/" + CHAT + "/open");
        call.post("/chat/" + GROUP + "/open");
    }

    @AfterEach
    void stop() throws IOException {
        call.close();
        telegram.close();
    }

    @Test
    void aConnectionThatBreaksEarlyHadNoEffect() throws Exception {
        call.post("/admin/faults", "cuts", "1");

        assertThatExceptionOfType(IOException.class).isThrownBy(() -> say(CHAT, "lost"));

        assertThat(messages(CHAT)).isEmpty();
        assertThat(calls()).isEqualTo("{\"0\":1}");
    }

    @Test
    void oneThatBreaksLateHadOne() throws Exception {
        call.post("/admin/faults", "cuts", "1", "afterEffect", "true");

        assertThatExceptionOfType(IOException.class).isThrownBy(() -> say(CHAT, "kept"));

        assertThat(messages(CHAT)).hasSize(1);
    }

    @Test
    void anErrorMayComeAfterTheEffectToo() throws Exception {
        call.post("/admin/faults", "serverErrors", "1");
        assertThat(say(CHAT, "lost").path("error_code").asInt()).isEqualTo(500);
        assertThat(messages(CHAT)).isEmpty();

        call.post("/admin/faults", "serverErrors", "1", "afterEffect", "true");
        assertThat(say(CHAT, "kept").path("error_code").asInt()).isEqualTo(500);
        assertThat(messages(CHAT)).hasSize(1);
    }

    @Test
    void theSameSeedBringsTheSameFaults() throws Exception {
        String[] rounds = {"", ""};
        for (int round = 0; round < 2; round++) {
            call.post(
                    "/admin/faults", "serverErrors", "0.3", "tooManyRequests", "0.3", "seed", "11");
            for (int i = 0; i < 30; i++) {
                rounds[round] += say(CHAT, "x").path("error_code").asInt(200) + " ";
            }
        }

        assertThat(rounds[0]).isEqualTo(rounds[1]).contains("200", "429", "500");
    }

    @Test
    void aGroupTakesTwentyMessagesAMinute() throws Exception {
        call.post("/admin/limits", "enforced", "true");
        for (int i = 0; i < 20; i++) {
            assertThat(say(GROUP, "x").path("ok").asBoolean()).isTrue();
        }

        JsonNode refused = say(GROUP, "one too many");

        assertThat(refused.path("error_code").asInt()).isEqualTo(429);
        assertThat(refused.path("parameters").path("retry_after").asInt()).isBetween(1, 60);
        assertThat(say(CHAT, "x").path("ok").asBoolean()).isTrue();
        assertThat(calls()).isEqualTo("{\"200\":21,\"429\":1}");
    }

    @Test
    void aChatTakesAShortBurstAndThenOneASecond() throws Exception {
        call.post("/admin/limits", "enforced", "true");
        for (int i = 0; i < 5; i++) {
            assertThat(say(CHAT, "x").path("ok").asBoolean()).isTrue();
        }

        JsonNode last = say(CHAT, "x");
        for (int i = 0; i < 20 && last.path("ok").asBoolean(); i++) {
            last = say(CHAT, "x");
        }

        assertThat(last.path("parameters").path("retry_after").asInt()).isEqualTo(1);
    }

    @Test
    void nothingIsLimitedUnlessSomebodyAsks() throws Exception {
        for (int i = 0; i < 60; i++) {
            assertThat(say(GROUP, "x").path("ok").asBoolean()).isTrue();
        }
    }

    @Test
    void aGroupThatHasBecomeASupergroupRefersToItAndBothAreTold() throws Exception {
        call.post("/admin/migrate", "chat", GROUP, "to", SUPERGROUP);

        JsonNode refused = say(GROUP, "to the group");

        assertThat(refused.path("error_code").asInt()).isEqualTo(400);
        assertThat(refused.path("parameters").path("migrate_to_chat_id").asString())
                .isEqualTo(SUPERGROUP);
        assertThat(say(SUPERGROUP, "x").path("result").path("chat").path("type").asString())
                .isEqualTo("supergroup");
        JsonNode updates = call.bot("getUpdates").path("result");
        assertThat(updates.at("/0/message/chat/id").asString()).isEqualTo(GROUP);
        assertThat(updates.at("/0/message/migrate_to_chat_id").asString()).isEqualTo(SUPERGROUP);
        assertThat(updates.at("/1/message/chat/id").asString()).isEqualTo(SUPERGROUP);
        assertThat(updates.at("/1/message/migrate_from_chat_id").asString()).isEqualTo(GROUP);
    }

    private JsonNode say(String chat, String text) throws Exception {
        return call.bot("sendMessage", "chat_id", chat, "text", text);
    }

    private JsonNode messages(String chat) throws Exception {
        return call.json(call.request("/chat/" + chat + "/messages?after=0").GET());
    }

    private String calls() throws Exception {
        return call.json(call.request("/admin/tally").GET()).path("answers").toString();
    }
}
