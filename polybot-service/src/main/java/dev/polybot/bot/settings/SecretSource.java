package dev.polybot.bot.settings;

/** Source of secrets by name. */
@FunctionalInterface
public interface SecretSource {

    /**
     * The text of a secret.
     *
     * @throws SecretUnavailableException when it cannot be had
     */
    String read(String name);
}
