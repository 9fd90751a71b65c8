package dev.polybot.detector;

import dev.polybot.detector.settings.DetectorSettings;
import dev.polybot.detector.settings.StorageSettings;
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

/** Configures the readiness check of queues, bucket and table. The bean's name is its name among the health indicators. */
@Configuration(proxyBeanMethods = false)
class ReadinessConfiguration {

    @Bean("dependencies")
    DependencyHealth dependencies(
            DetectorSettings settings,
            SqsAsyncClient sqs,
            S3Client s3,
            DynamoDbClient dynamo,
            DetectorInUse detector,
            ListenersEndpoint listeners) {
        StorageSettings storage = settings.storage();
        Map<String, DependencyHealth.Look> looks = new LinkedHashMap<>();
        looks.put("queue identify", AwsProbes.at(sqs, settings.queues().identify()));
        looks.put("queue results", AwsProbes.at(sqs, settings.queues().results()));
        looks.put("bucket", AwsProbes.at(s3, storage.bucket(), storage.prefix()));
        looks.put(
                "table of predictions",
                AwsProbes.at(dynamo, storage.table(), PredictionTable.PREDICTION_ID));
        Map<String, DependencyHealth.Look> own = new LinkedHashMap<>();
        own.put("model", detector::get);
        own.put("listeners", listeners::requireRunning);
        return new DependencyHealth(own, looks);
    }
}
