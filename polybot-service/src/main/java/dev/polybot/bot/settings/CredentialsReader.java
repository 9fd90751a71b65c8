package dev.polybot.bot.settings;

import static java.util.Objects.requireNonNull;

import org.jspecify.annotations.Nullable;

/** Reads the bot's credentials: the token from the environment or a secret, the certificate from a secret. */
final class CredentialsReader {

    private final SecretSource secrets;
    private final SettingFaults faults = new SettingFaults();

    CredentialsReader(SecretSource secrets) {
        this.secrets = secrets;
    }

    /**
     * Reads all that the settings name.
     *
     * @throws InvalidSettingsException with everything that is wrong
     */
    Credentials read(TelegramSettings settings) {
        TelegramSecret secret = telegramSecret(settings);
        String certificate = certificate(settings.certificateSecret());
        faults.throwIfAny();
        WebhookSecret webhookSecret = requireNonNull(secret).webhookSecret();
        return new Credentials(
                secret.token(),
                webhookSecret != null ? webhookSecret : WebhookSecret.derivedFrom(secret.token()),
                certificate);
    }

    private @Nullable TelegramSecret telegramSecret(TelegramSettings settings) {
        String variable = settings.token().isEmpty() ? "TELEGRAM_SECRET" : "TELEGRAM_TOKEN";
        String text =
                settings.token().isEmpty() ? text(variable, settings.secret()) : settings.token();
        if (text == null) {
            return null;
        }
        try {
            return TelegramSecret.parse(text);
        } catch (IllegalArgumentException e) {
            faults.add(variable, "leads to no usable bot token. " + e.getMessage());
            return null;
        }
    }

    private @Nullable String certificate(String secretName) {
        if (secretName.isEmpty()) {
            return null;
        }
        String pem = text("SUB_DOMAIN_SECRET", secretName);
        if (pem != null && !pem.contains("-----BEGIN CERTIFICATE-----")) {
            faults.add("SUB_DOMAIN_SECRET", "names a secret that holds no PEM certificate.");
        }
        return pem;
    }

    private @Nullable String text(String variable, String name) {
        try {
            return secrets.read(name);
        } catch (SecretUnavailableException e) {
            faults.add(variable, "names a secret that cannot be read: " + e.getMessage());
            return null;
        }
    }
}
