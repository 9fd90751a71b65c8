package dev.polybot.observability;

import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.NoSuchBucketException;
import software.amazon.awssdk.services.sqs.SqsAsyncClient;

import java.util.Map;

/** Probes of AWS services that need no rights beyond those of the work itself: each is for something that is not there. */
public final class AwsProbes {

    private static final String NOBODY = "readiness";
    private static final int FORBIDDEN = 403;
    private static final int NOT_FOUND = 404;

    private AwsProbes() {}

    /** Whether the queue is there. */
    public static DependencyHealth.Look at(SqsAsyncClient sqs, String queue) {
        String name = queue.substring(queue.lastIndexOf('/') + 1);
        return () -> sqs.getQueueUrl(get -> get.queueName(name)).join();
    }

    /** Whether the bucket answers: what it says of an object that is not there differs with the rights of who asks. */
    public static DependencyHealth.Look at(S3Client s3, String bucket, String prefix) {
        String key = prefix.isBlank() ? NOBODY : prefix.replaceFirst("/+$", "") + '/' + NOBODY;
        return () -> {
            try (var _ = s3.getObject(get -> get.bucket(bucket).key(key).range("bytes=0-0"))) {
                // Somebody keeps an object of that name: it answers.
            } catch (NoSuchBucketException e) {
                throw e;
            } catch (AwsServiceException e) {
                if (e.statusCode() != NOT_FOUND && e.statusCode() != FORBIDDEN) {
                    throw e;
                }
            }
        };
    }

    /**
     * Whether the table is there.
     *
     * @param key the name of its partition key
     */
    public static DependencyHealth.Look at(DynamoDbClient dynamo, String table, String key) {
        return () ->
                dynamo.getItem(
                        get -> get.tableName(table).key(Map.of(key, AttributeValue.fromS(NOBODY))));
    }
}
