package dev.polybot.bot.rest;

import dev.polybot.bot.settings.InvalidSettingsException;
import dev.polybot.bot.settings.SecretSource;
import dev.polybot.bot.settings.SecretUnavailableException;

/** Reads the API keys from the environment or from a secret. They are read once: new keys need a new start. */
public final class ApiKeysReader {

    private ApiKeysReader() {}

    /**
     * The keys that the settings lead to; empty when they lead to none.
     *
     * @throws InvalidSettingsException when they lead to something else
     */
    public static ApiKeys read(RestSettings settings, SecretSource secrets) {
        if (!settings.apiKeys().isBlank()) {
            return parse("REST_API_KEYS", settings.apiKeys());
        }
        if (settings.apiKeysSecret().isBlank()) {
            return ApiKeys.parse("");
        }
        try {
            return parse("REST_API_KEYS_SECRET", secrets.read(settings.apiKeysSecret().strip()));
        } catch (SecretUnavailableException e) {
            throw new InvalidSettingsException(
                    "REST_API_KEYS_SECRET",
                    "names a secret that cannot be read: " + e.getMessage());
        }
    }

    private static ApiKeys parse(String variable, String json) {
        try {
            return ApiKeys.parse(json);
        } catch (IllegalArgumentException e) {
            throw new InvalidSettingsException(
                    variable, "leads to no usable keys. " + e.getMessage());
        }
    }
}
