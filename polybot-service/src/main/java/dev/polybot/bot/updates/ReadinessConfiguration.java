package dev.polybot.bot.updates;

import dev.polybot.bot.settings.BotSettings;
import dev.polybot.bot.settings.QueueSettings;
import dev.polybot.bot.settings.StorageSettings;
import dev.polybot.model.prediction.PredictionTable;
import dev.polybot.observability.AwsProbes;
import dev.polybot.observability.DependencyHealth;
import dev.polybot.observability.ListenersEndpoint;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.sqs.SqsAsyncClient;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Configures the readiness check of queues, buckets and tables. Secrets are not checked: they are read at startup, which fails
 * without them. The bean's name is its name among the health indicators.
 */
@Configuration(proxyBeanMethods = false)
class ReadinessConfiguration {

    @Bean("dependencies")
    DependencyHealth dependencies(
            BotSettings settings,
            SqsAsyncClient sqs,
            S3Client s3,
            DynamoDbClient dynamo,
            ListenersEndpoint listeners) {
        QueueSettings queues = settings.queues();
        StorageSettings storage = settings.storage();
        Map<String, DependencyHealth.Look> looks = new LinkedHashMap<>();
        looks.put("queue identify", AwsProbes.at(sqs, queues.identify()));
        looks.put("queue results", AwsProbes.at(sqs, queues.results()));
        looks.put("queue outbox", AwsProbes.at(sqs, queues.outbox()));
        looks.put("bucket", AwsProbes.at(s3, storage.bucket(), storage.prefix()));
        looks.put(
                "table of predictions",
                AwsProbes.at(dynamo, storage.table(), PredictionTable.PREDICTION_ID));
        looks.put("table of state", AwsProbes.at(dynamo, storage.stateTable(), "id"));
        return new DependencyHealth(Map.of("listeners", listeners::requireRunning), looks);
    }
}
