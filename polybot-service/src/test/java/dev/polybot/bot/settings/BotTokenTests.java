package dev.polybot.bot.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BotTokenTests {

    @Test
    void neverShowsItsSecretPart() {
        BotToken token = new BotToken("123:very-secret");
        assertThat(token).asString().isEqualTo("123:***");
        assertThat(token.maskedIn("GET /bot123:very-secret/getMe")).isEqualTo("GET /bot***/getMe");
        assertThat(token.botId()).isEqualTo("123");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "123", "abc:def", "123:", "123:a b", "123:abc/../x"})
    void refusesWhatIsNoTokenWithoutRepeatingIt(String text) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new BotToken(text))
                .withMessage("This is not a token as @BotFather gives it.");
    }
}
