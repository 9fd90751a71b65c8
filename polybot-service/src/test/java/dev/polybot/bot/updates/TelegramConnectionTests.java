package dev.polybot.bot.updates;

import static org.assertj.core.api.Assertions.assertThat;

import dev.polybot.bot.actions.BotName;
import dev.polybot.bot.settings.BotToken;
import dev.polybot.bot.settings.Credentials;
import dev.polybot.bot.settings.TelegramSettings;
import dev.polybot.bot.settings.WebhookSecret;
import dev.polybot.bot.telegram.BotAccount;
import dev.polybot.bot.telegram.TelegramException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;

@ExtendWith(OutputCaptureExtension.class)
class TelegramConnectionTests {

    private final List<String> calls = new ArrayList<>();
    private final List<Duration> pauses = new ArrayList<>();
    private final Queue<TelegramException> faults = new ArrayDeque<>();
    private final BotName name = new BotName();

    @Test
    void learnsTheNameAndSetsTheWebhook() throws InterruptedException {
        establish("webhook");

        assertThat(calls)
                .containsExactly(
                        "userName",
                        "setWebhook https://bot.example.org/telegram/webhook s3cr3t null");
        assertThat(name.get()).isEqualTo("polybot");
        assertThat(pauses).isEmpty();
    }

    @Test
    void pollingRemovesTheWebhook() throws InterruptedException {
        establish("polling");

        assertThat(calls).containsExactly("userName", "deleteWebhook");
    }

    @Test
    void triesUntilTelegramIsThere() throws InterruptedException {
        faults.add(new TelegramException.Unavailable("away", null));
        faults.add(new TelegramException.Unavailable("busy", Duration.ofSeconds(9)));
        establish("polling");

        assertThat(calls).containsExactly("userName", "userName", "userName", "deleteWebhook");
        assertThat(pauses).containsExactly(Duration.ofSeconds(1), Duration.ofSeconds(9));
    }

    @Test
    void aWrongTokenIsToldInWordsThatHelp(CapturedOutput output) throws InterruptedException {
        faults.add(new TelegramException.TokenRejected());
        establish("webhook");

        assertThat(output)
                .contains("Telegram does not know this bot's token", "TELEGRAM_SECRET")
                .doesNotContain("s3cr3t", "Exception");
        assertThat(pauses).containsExactly(Duration.ofMinutes(1));
    }

    private void establish(String mode) throws InterruptedException {
        TelegramSettings settings =
                new TelegramSettings(
                        mode, "https://bot.example.org", "", "", "", "https://api.telegram.org");
        Credentials credentials =
                new Credentials(new BotToken("1:token"), new WebhookSecret("s3cr3t"), null);
        new TelegramConnection(new ScriptedAccount(), settings, credentials, name, pauses::add)
                .establish();
    }

    private final class ScriptedAccount implements BotAccount {

        @Override
        public String userName() {
            calls.add("userName");
            TelegramException fault = faults.poll();
            if (fault != null) {
                throw fault;
            }
            return "polybot";
        }

        @Override
        public void setWebhook(String url, String secret, String certificate) {
            calls.add("setWebhook " + url + ' ' + secret + ' ' + certificate);
        }

        @Override
        public void deleteWebhook() {
            calls.add("deleteWebhook");
        }

        @Override
        public void setCommands(List<MenuEntry> commands, String languageCode) {}
    }
}
