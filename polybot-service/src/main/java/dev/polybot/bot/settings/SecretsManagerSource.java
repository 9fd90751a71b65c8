package dev.polybot.bot.settings;

import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.secretsmanager.SecretsManagerClient;
import software.amazon.awssdk.services.secretsmanager.model.ResourceNotFoundException;
import software.amazon.awssdk.services.secretsmanager.model.SecretsManagerException;

/** Reads secrets from AWS Secrets Manager. */
@Component
final class SecretsManagerSource implements SecretSource {

    private final SecretsManagerClient client;

    SecretsManagerSource(@Lazy SecretsManagerClient client) {
        this.client = client;
    }

    @Override
    public String read(String name) {
        String text;
        try {
            text = client.getSecretValue(request -> request.secretId(name)).secretString();
        } catch (ResourceNotFoundException e) {
            throw new SecretUnavailableException("there is none of that name.");
        } catch (SecretsManagerException e) {
            throw new SecretUnavailableException(
                    "AWS answered " + e.awsErrorDetails().errorCode() + ".");
        } catch (SdkException e) {
            throw new SecretUnavailableException(
                    "AWS could not be reached or this machine has no AWS credentials.");
        }
        if (text == null) {
            throw new SecretUnavailableException("it is binary, not text.");
        }
        return text;
    }
}
