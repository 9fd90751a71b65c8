package dev.polybot.load.aws;

import org.jspecify.annotations.Nullable;

import java.net.URI;
import java.util.Map;

/**
 * Where queue, bucket and table are, named by the environment variables that the services use.
 *
 * @param identify name or URL of the queue <em>identify</em>
 * @param prefix of the originals in the bucket; may be empty
 * @param sqs the endpoint; null for AWS's own, as for the next two
 */
public record AwsSettings(
        String region,
        String identify,
        String bucket,
        String prefix,
        String table,
        @Nullable URI sqs,
        @Nullable URI s3,
        @Nullable URI dynamoDb,
        boolean pathStyle) {

    /** The settings; null when the environment names no queue. */
    public static @Nullable AwsSettings of(Map<String, String> environment) {
        String identify = environment.getOrDefault("SQS_QUEUE_IDENTIFY", "");
        if (identify.isBlank()) {
            return null;
        }
        return new AwsSettings(
                environment.getOrDefault(
                        "AWS_DEFAULT_REGION", environment.getOrDefault("AWS_REGION", "")),
                identify,
                environment.getOrDefault("BUCKET_NAME", ""),
                environment.getOrDefault("BUCKET_PREFIX", "images"),
                environment.getOrDefault("TABLE_NAME", ""),
                endpoint(environment, "SQS"),
                endpoint(environment, "S3"),
                endpoint(environment, "DYNAMODB"),
                Boolean.parseBoolean(environment.getOrDefault("S3_PATH_STYLE", "false")));
    }

    private static @Nullable URI endpoint(Map<String, String> environment, String service) {
        String address =
                environment.getOrDefault(
                        "AWS_ENDPOINT_URL_" + service,
                        environment.getOrDefault("AWS_ENDPOINT_URL", ""));
        return address.isBlank() ? null : URI.create(address);
    }
}
