package dev.polybot.bot.settings;

/** Where secrets are kept. */
@FunctionalInterface
public interface SecretSource {

    /**
     * The text of a secret.
     *
     * @throws SecretUnavailableException when it cannot be had
     */
    String read(String name);
}
