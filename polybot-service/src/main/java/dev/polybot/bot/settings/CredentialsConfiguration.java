package dev.polybot.bot.settings;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Provides the bot's credentials, read from the settings and the secrets that they name. */
@Configuration(proxyBeanMethods = false)
class CredentialsConfiguration {

    /** Read once, at start: a new token needs a new start. */
    @Bean
    Credentials credentials(BotSettings settings, SecretSource secrets) {
        return new CredentialsReader(secrets).read(settings.telegram());
    }
}
