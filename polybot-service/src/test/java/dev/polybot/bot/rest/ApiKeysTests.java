package dev.polybot.bot.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.polybot.bot.settings.InvalidSettingsException;
import dev.polybot.bot.settings.SecretSource;
import dev.polybot.bot.settings.SecretUnavailableException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.util.unit.DataSize;

import java.time.Duration;
import java.util.List;

class ApiKeysTests {

    private static final String KEY = "0123456789abcdef";

    @Test
    void aKeyHasAHolder() {
        ApiKeys keys = ApiKeys.parse("{\"one\": \"" + KEY + "\"}");

        assertThat(keys.holderOf(KEY)).isEqualTo(new Caller("one"));
        assertThat(keys.holderOf(KEY + "0")).isNull();
        assertThat(keys.holderOf("")).isNull();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[]",
                "a secret that is no document",
                "{\"one\": \"short-secret\"}",
                "{\"one\": 5}",
                "{\"a name\": \"0123456789abcdef\"}",
                "{\"\": \"0123456789abcdef\"}",
                "{\"one\": \"0123456789 abcdef\"}",
                "{\"one\": \"0123456789abcdef\", \"two\": \"0123456789abcdef\"}"
            })
    void keysThatAreNoneAreRefusedWithoutRepeatingThem(String json) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ApiKeys.parse(json))
                .satisfies(e -> assertThat(e.getMessage()).doesNotContain("secret", "0123456789"));
    }

    @Test
    void theyComeFromTheSecretOrFromTheEnvironment() {
        SecretSource secrets = name -> name.equals("keys") ? "{\"one\": \"" + KEY + "\"}" : "x";

        assertThat(ApiKeys.read(settings("keys", ""), secrets).holderOf(KEY)).isNotNull();
        assertThat(ApiKeys.read(settings("", "{\"two\": \"" + KEY + "\"}"), secrets).holderOf(KEY))
                .isEqualTo(new Caller("two"));
        assertThat(ApiKeys.read(settings("", ""), secrets).count()).isZero();
    }

    @Test
    void aSecretThatCannotBeUsedEndsTheStart() {
        assertThatExceptionOfType(InvalidSettingsException.class)
                .isThrownBy(() -> ApiKeys.read(settings("keys", ""), _ -> "nonsense"))
                .withMessageContaining("REST_API_KEYS_SECRET");
        assertThatExceptionOfType(InvalidSettingsException.class)
                .isThrownBy(
                        () ->
                                ApiKeys.read(
                                        settings("keys", ""),
                                        _ -> {
                                            throw new SecretUnavailableException("gone.");
                                        }))
                .withMessageContaining("gone");
    }

    @Test
    void settingsDoNotShowThem() {
        assertThat(settings("", "{\"one\": \"" + KEY + "\"}").toString()).doesNotContain(KEY);
    }

    private static RestSettings settings(String secret, String keys) {
        return new RestSettings(
                0,
                "",
                secret,
                keys,
                false,
                RestSettings.CompatResult.TOP,
                "",
                List.of(),
                new RestLimits(
                        DataSize.ofMegabytes(1),
                        1,
                        DataSize.ofMegabytes(1),
                        1,
                        DataSize.ofMegabytes(1),
                        1,
                        1,
                        Duration.ofSeconds(1),
                        Duration.ofSeconds(1)));
    }
}
