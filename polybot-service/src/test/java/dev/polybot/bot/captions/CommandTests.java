package dev.polybot.bot.captions;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CommandTests {

    @Test
    void readsNameBotAndRest() {
        assertThat(Command.read(" /Help@PolyBot  a\nb "))
                .isEqualTo(new Command("help", "PolyBot", "a\nb"));
        assertThat(Command.read("/start")).isEqualTo(new Command("start", null, ""));
    }

    @ParameterizedTest
    @ValueSource(strings = {"help", "/", "/ help", "//help", "/help@", "a /help", "/help@a@b", ""})
    void otherTextIsNoCommand(String text) {
        assertThat(Command.read(text)).isNull();
    }

    @Test
    void knowsWhomItIsFor() {
        Command named = new Command("help", "PolyBot", "");
        assertThat(named.isForAnother("polybot")).isFalse();
        assertThat(named.isForAnother("otherbot")).isTrue();
        assertThat(named.isForAnother(null)).isFalse();
        assertThat(new Command("help", null, "").isForAnother("polybot")).isFalse();
    }
}
