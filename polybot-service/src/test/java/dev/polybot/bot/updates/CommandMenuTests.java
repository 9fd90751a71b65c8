package dev.polybot.bot.updates;

import static org.assertj.core.api.Assertions.assertThat;

import dev.polybot.bot.captions.Keyword;
import dev.polybot.bot.language.Language;
import dev.polybot.bot.telegram.BotAccount;
import dev.polybot.bot.telegram.TelegramException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;

class CommandMenuTests {

    private final List<String> announced = new ArrayList<>();
    private final List<Duration> pauses = new ArrayList<>();
    private final Queue<TelegramException> faults = new ArrayDeque<>();

    @Test
    void isToldInEveryLanguageAndInEnglishToEverybodyElse() {
        announce();

        assertThat(announced)
                .containsExactly(
                        "null: find the things in a photo",
                        "en: find the things in a photo",
                        "de: die Dinge auf einem Foto finden");
    }

    @Test
    void isTriedUntilTelegramIsThere() {
        faults.add(new TelegramException.Unavailable("away", null));
        faults.add(new TelegramException.Unavailable("busy", Duration.ofSeconds(9)));
        announce();

        assertThat(announced).hasSize(3);
        assertThat(pauses).containsExactly(Duration.ofSeconds(1), Duration.ofSeconds(9));
    }

    @Test
    void whatTelegramRefusesIsNotTriedAgain() {
        faults.add(new TelegramException.Refused("Bad Request: BOT_COMMAND_INVALID"));
        announce();

        assertThat(announced).isEmpty();
        assertThat(pauses).isEmpty();
    }

    /** Bot API, BotCommand: up to 32 of these characters, and a description of up to 256. */
    @ParameterizedTest
    @MethodSource("dev.polybot.bot.language.Language#values")
    void keepsTelegramsRules(Language language) {
        assertThat(CommandMenu.entries(language))
                .hasSize(Keyword.values().length + 3)
                .allSatisfy(
                        entry -> {
                            assertThat(entry.command()).matches("[a-z0-9_]{1,32}");
                            assertThat(entry.description()).isNotBlank().hasSizeLessThan(256);
                        });
    }

    private void announce() {
        new CommandMenu(new Account(), pauses::add).announce();
    }

    private final class Account implements BotAccount {

        @Override
        public void setCommands(List<MenuEntry> commands, String languageCode) {
            TelegramException fault = faults.poll();
            if (fault != null) {
                throw fault;
            }
            announced.add(languageCode + ": " + commands.getFirst().description());
        }

        @Override
        public String userName() {
            return "polybot";
        }

        @Override
        public void setWebhook(String url, String secret, String certificate) {}

        @Override
        public void deleteWebhook() {}
    }
}
