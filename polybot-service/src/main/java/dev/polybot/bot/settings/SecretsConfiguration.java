package dev.polybot.bot.settings;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Lazy;

import software.amazon.awssdk.services.secretsmanager.SecretsManagerClient;

/** Provides the secret source and the credentials read from it. */
@Configuration(proxyBeanMethods = false)
class SecretsConfiguration {

    /** Read once, at start: a new token needs a new start. */
    @Bean
    Credentials credentials(BotSettings settings, SecretSource secrets) {
        return new CredentialsReader(secrets).read(settings.telegram());
    }

    @Bean
    SecretSource secretSource(@Lazy SecretsManagerClient secretsManager) {
        return new SecretsManagerSource(secretsManager);
    }
}
