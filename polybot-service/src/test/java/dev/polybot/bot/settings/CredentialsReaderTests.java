package dev.polybot.bot.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.Map;

class CredentialsReaderTests {

    private static final String PEM =
            "-----BEGIN CERTIFICATE-----\nMIIB\n-----END CERTIFICATE-----";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "123:abc",
                " 123:abc\n",
                "{\"TELEGRAM_TOKEN\": \"123:abc\"}",
                "{\"token\": \"123:abc\", \"other\": 1}"
            })
    void takesTheTokenBareOrFromJson(String secret) {
        Credentials credentials = read(Map.of("bot", secret), settings("bot", "", ""));
        assertThat(credentials.token()).isEqualTo(new BotToken("123:abc"));
        assertThat(credentials.webhookSecret())
                .isEqualTo(WebhookSecret.derivedFrom(new BotToken("123:abc")));
        assertThat(credentials.certificate()).isNull();
    }

    @Test
    void takesTheWebhookSecretThatTheSecretNames() {
        Credentials credentials =
                read(
                        Map.of("bot", "{\"token\":\"123:abc\",\"webhookSecret\":\"chosen\"}"),
                        settings("bot", "", ""));
        assertThat(credentials.webhookSecret()).isEqualTo(new WebhookSecret("chosen"));
    }

    @Test
    void aTokenInTheEnvironmentWins() {
        Credentials credentials = read(Map.of(), settings("bot", "", "9:env"));
        assertThat(credentials.token()).isEqualTo(new BotToken("9:env"));
    }

    @Test
    void takesTheCertificate() {
        Credentials credentials =
                read(Map.of("bot", "1:a", "cert", PEM), settings("bot", "cert", ""));
        assertThat(credentials.certificate()).isEqualTo(PEM);
    }

    @Test
    void showsAllFaultsAtOnceAndNoSecret() {
        assertThatExceptionOfType(InvalidSettingsException.class)
                .isThrownBy(
                        () ->
                                read(
                                        Map.of("bot", "{\"token\": \"s3cr3t\"}", "cert", "k3y"),
                                        settings("bot", "cert", "")))
                .satisfies(
                        e ->
                                assertThat(e.getMessage())
                                        .contains("TELEGRAM_SECRET", "SUB_DOMAIN_SECRET")
                                        .doesNotContain("s3cr3t", "k3y"));
    }

    @Test
    void brokenJsonIsToldWithoutQuotingIt() {
        assertThatExceptionOfType(InvalidSettingsException.class)
                .isThrownBy(() -> read(Map.of("bot", "{s3cr3t"), settings("bot", "", "")))
                .satisfies(e -> assertThat(e.getMessage()).doesNotContain("s3cr3t"))
                .withNoCause();
    }

    @Test
    void aSecretThatIsMissingIsTold() {
        assertThatExceptionOfType(InvalidSettingsException.class)
                .isThrownBy(() -> read(Map.of(), settings("bot", "", "")))
                .withMessageContaining("TELEGRAM_SECRET: names a secret that cannot be read");
    }

    private static Credentials read(Map<String, String> secrets, TelegramSettings settings) {
        return new CredentialsReader(
                        name -> {
                            String text = secrets.get(name);
                            if (text == null) {
                                throw new SecretUnavailableException("there is none of that name.");
                            }
                            return text;
                        })
                .read(settings);
    }

    private static TelegramSettings settings(String secret, String certificate, String token) {
        return new TelegramSettings(
                "webhook",
                "https://bot.example.org",
                secret,
                certificate,
                token,
                "https://x.example");
    }
}
