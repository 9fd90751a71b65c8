package dev.polybot.bot.pacing;

import dev.polybot.bot.secrets.Credentials;
import dev.polybot.bot.settings.BotSettings;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

import java.time.Clock;

/** The pace of this installation's bot. */
@Configuration(proxyBeanMethods = false)
class PacingConfiguration {

    @Bean
    Pacing pacing(
            DynamoDbClient dynamoDb,
            BotSettings settings,
            PacingSettings pacing,
            Credentials credentials,
            Clock clock) {
        String table = settings.storage().stateTable();
        Memory shared =
                new Memory(
                        new DynamoDbRegister<>(dynamoDb, table, ItemForm.LINE, clock),
                        new DynamoDbRegister<>(dynamoDb, table, ItemForm.FLOW, clock),
                        PacingLimits.of(pacing));
        return new Pacing(
                new Memories(shared, clock),
                credentials.token().botId(),
                Patience.USUAL,
                new Waiting(clock, Thread::sleep));
    }
}
