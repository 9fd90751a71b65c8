package dev.polybot.local.emulators;

import dev.polybot.model.prediction.PredictionTable;

import software.amazon.awssdk.services.dynamodb.model.AttributeDefinition;
import software.amazon.awssdk.services.dynamodb.model.BillingMode;
import software.amazon.awssdk.services.dynamodb.model.CreateTableRequest;
import software.amazon.awssdk.services.dynamodb.model.GlobalSecondaryIndex;
import software.amazon.awssdk.services.dynamodb.model.KeySchemaElement;
import software.amazon.awssdk.services.dynamodb.model.KeyType;
import software.amazon.awssdk.services.dynamodb.model.ListTablesRequest;
import software.amazon.awssdk.services.dynamodb.model.ProjectionType;
import software.amazon.awssdk.services.dynamodb.model.ScalarAttributeType;
import software.amazon.awssdk.services.dynamodb.model.UpdateTimeToLiveRequest;
import software.amazon.dynamodb.services.local.server.LocalDynamoDBRequestHandler;

import java.util.List;

/** The services' tables, created where they are missing. */
final class Tables {

    /** Partition key of the state table. */
    private static final String STATE_ID = "id";

    private static final String ACCESS_KEY = "local";

    private final LocalDynamoDBRequestHandler dynamoDb;

    Tables(LocalDynamoDBRequestHandler dynamoDb) {
        this.dynamoDb = dynamoDb;
    }

    void createMissing() {
        List<String> present =
                dynamoDb.listTables(ACCESS_KEY, Names.REGION, ListTablesRequest.builder().build())
                        .tableNames();
        for (CreateTableRequest table : List.of(predictions(), state())) {
            if (!present.contains(table.tableName())) {
                dynamoDb.createTable(ACCESS_KEY, Names.REGION, table);
                dynamoDb.updateTimeToLive(ACCESS_KEY, Names.REGION, expiry(table.tableName()));
            }
        }
    }

    private static CreateTableRequest predictions() {
        return CreateTableRequest.builder()
                .tableName(Names.PREDICTIONS_TABLE)
                .billingMode(BillingMode.PAY_PER_REQUEST)
                .attributeDefinitions(
                        attribute(PredictionTable.PREDICTION_ID, ScalarAttributeType.S),
                        attribute(PredictionTable.CHAT_ID, ScalarAttributeType.S),
                        attribute(PredictionTable.TIME, ScalarAttributeType.N))
                .keySchema(key(PredictionTable.PREDICTION_ID, KeyType.HASH))
                .globalSecondaryIndexes(
                        GlobalSecondaryIndex.builder()
                                .indexName(PredictionTable.BY_CHAT)
                                .keySchema(
                                        key(PredictionTable.CHAT_ID, KeyType.HASH),
                                        key(PredictionTable.TIME, KeyType.RANGE))
                                .projection(p -> p.projectionType(ProjectionType.ALL))
                                .build())
                .build();
    }

    private static CreateTableRequest state() {
        return CreateTableRequest.builder()
                .tableName(Names.STATE_TABLE)
                .billingMode(BillingMode.PAY_PER_REQUEST)
                .attributeDefinitions(attribute(STATE_ID, ScalarAttributeType.S))
                .keySchema(key(STATE_ID, KeyType.HASH))
                .build();
    }

    private static UpdateTimeToLiveRequest expiry(String table) {
        return UpdateTimeToLiveRequest.builder()
                .tableName(table)
                .timeToLiveSpecification(
                        ttl -> ttl.attributeName(PredictionTable.EXPIRES_AT).enabled(true))
                .build();
    }

    private static AttributeDefinition attribute(String name, ScalarAttributeType type) {
        return AttributeDefinition.builder().attributeName(name).attributeType(type).build();
    }

    private static KeySchemaElement key(String name, KeyType type) {
        return KeySchemaElement.builder().attributeName(name).keyType(type).build();
    }
}
