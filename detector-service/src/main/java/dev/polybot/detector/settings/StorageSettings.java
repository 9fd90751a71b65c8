package dev.polybot.detector.settings;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;

import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.bind.DefaultValue;

import java.time.Duration;

/**
 * Settings of bucket and table.
 *
 * @param bucket of the originals (BUCKET_NAME)
 * @param prefix of the originals' keys (BUCKET_PREFIX)
 * @param outputBucket of annotated pictures and result documents (OUTPUT_BUCKET_NAME); by default the originals' bucket
 * @param outputPrefix of their keys (OUTPUT_PREFIX)
 * @param table of predictions (TABLE_NAME)
 * @param retention how long a prediction is kept in the table
 * @param timeout of one call to S3, DynamoDB or SQS, its retries included
 */
public record StorageSettings(
        @NotBlank(message = "is missing: set BUCKET_NAME") String bucket,
        @DefaultValue("images") @NotNull String prefix,
        @DefaultValue("") String outputBucket,
        @DefaultValue("predicted") @NotNull String outputPrefix,
        @NotBlank(message = "is missing: set TABLE_NAME") String table,
        @DefaultValue("30d") @DurationMin(hours = 1) Duration retention,
        @DefaultValue("30s") @DurationMin(seconds = 1) Duration timeout) {

    public String outputBucketOrDefault() {
        return outputBucket.isBlank() ? bucket : outputBucket;
    }
}
