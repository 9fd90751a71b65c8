package dev.polybot.bot.secrets;

import dev.polybot.bot.settings.BotSettings;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Lazy;

import software.amazon.awssdk.services.secretsmanager.SecretsManagerClient;

@Configuration(proxyBeanMethods = false)
class SecretsConfiguration {

    /** Read once, at start: a new token needs a new start. */
    @Bean
    Credentials credentials(BotSettings settings, @Lazy SecretsManagerClient secretsManager) {
        return new CredentialsReader(new SecretsManagerSource(secretsManager))
                .read(settings.telegram());
    }
}
