package dev.polybot.bot.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;

class WebhookSecretTests {

    private static final BotToken TOKEN = new BotToken("123:abc");

    @Test
    void matchesItselfOnly() {
        WebhookSecret secret = new WebhookSecret("right-secret");
        assertThat(secret.matches("right-secret")).isTrue();
        assertThat(secret.matches("right-secre")).isFalse();
        assertThat(secret.matches("right-secret-and-more")).isFalse();
        assertThat(secret.matches("")).isFalse();
        assertThat(secret.matches(null)).isFalse();
        assertThat(secret.matches("x".repeat(100_000))).isFalse();
    }

    @Test
    void isDerivedTheSameOnEveryInstanceAndFitForTelegram() {
        assertThat(WebhookSecret.derivedFrom(TOKEN))
                .isEqualTo(WebhookSecret.derivedFrom(TOKEN))
                .isNotEqualTo(WebhookSecret.derivedFrom(new BotToken("123:abd")));
        assertThat(WebhookSecret.derivedFrom(TOKEN).value()).matches("[A-Za-z0-9_-]{43}");
    }

    @Test
    void neverShowsItself() {
        assertThat(new WebhookSecret("right-secret")).asString().doesNotContain("right");
    }

    @Test
    void refusesWhatTelegramWouldRefuse() {
        assertThatIllegalArgumentException().isThrownBy(() -> new WebhookSecret("a b"));
        assertThatIllegalArgumentException().isThrownBy(() -> new WebhookSecret("x".repeat(257)));
    }
}
