package dev.polybot.detector.results;

import dev.polybot.model.prediction.PublishedModel;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** Publishes the model's classes to the bot, in the predictions table. */
public final class ModelPublication {

    private static final Logger LOG = LoggerFactory.getLogger(ModelPublication.class);

    private final DynamoDbClient dynamo;
    private final String table;

    public ModelPublication(DynamoDbClient dynamo, String table) {
        this.dynamo = dynamo;
        this.table = table;
    }

    /** A detector that cannot tell what it finds finds it all the same. */
    public void publish(PublishedModel model) {
        try {
            dynamo.putItem(put -> put.tableName(table).item(model.toItem()));
        } catch (SdkException e) {
            LOG.warn(
                    "The bot was not told which classes the model has: {}",
                    e.getClass().getSimpleName());
        }
    }
}
