package dev.polybot.detector.results;

import dev.polybot.detector.job.Predictions;
import dev.polybot.model.prediction.Prediction;
import dev.polybot.model.prediction.PredictionItem;
import dev.polybot.model.prediction.PredictionTable;

import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/** Reads and writes predictions in DynamoDB. */
public final class DynamoPredictions implements Predictions {

    private final DynamoDbClient dynamo;
    private final String table;
    private final Duration retention;

    /**
     * Uses that table.
     *
     * @param retention how long a prediction is kept
     */
    public DynamoPredictions(DynamoDbClient dynamo, String table, Duration retention) {
        this.dynamo = dynamo;
        this.table = table;
        this.retention = retention;
    }

    @Override
    public Optional<Prediction> find(String predictionId) {
        Map<String, AttributeValue> key =
                Map.of(PredictionTable.PREDICTION_ID, AttributeValue.fromS(predictionId));
        var found = dynamo.getItem(get -> get.tableName(table).key(key).consistentRead(true));
        return found.hasItem() ? Optional.of(PredictionItem.read(found.item())) : Optional.empty();
    }

    @Override
    public boolean putIfAbsent(Prediction prediction) {
        try {
            dynamo.putItem(
                    put ->
                            put.tableName(table)
                                    .item(PredictionItem.from(prediction, retention))
                                    .conditionExpression("attribute_not_exists(#id)")
                                    .expressionAttributeNames(
                                            Map.of("#id", PredictionTable.PREDICTION_ID)));
            return true;
        } catch (ConditionalCheckFailedException e) {
            return false;
        }
    }
}
