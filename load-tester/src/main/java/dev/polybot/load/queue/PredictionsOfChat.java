package dev.polybot.load.queue;

import dev.polybot.load.aws.AwsClients;
import dev.polybot.model.prediction.PredictionTable;

import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.KeysAndAttributes;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Reads predictions from the table: those of a chat since a time, or those with certain ids. */
final class PredictionsOfChat {

    /** As many as one call may ask for. */
    static final int MOST_IDS = 100;

    private final AwsClients aws;
    private final String chatId;

    PredictionsOfChat(AwsClients aws, String chatId) {
        this.aws = aws;
        this.chatId = chatId;
    }

    /** The items since a time in epoch seconds, as far as the index has them by now. */
    Stream<Map<String, AttributeValue>> since(long seconds) {
        return aws
                .dynamoDb()
                .queryPaginator(
                        query ->
                                query.tableName(aws.settings().table())
                                        .indexName(PredictionTable.BY_CHAT)
                                        .keyConditionExpression("#chat = :chat AND #time >= :time")
                                        .expressionAttributeNames(
                                                Map.of(
                                                        "#chat", PredictionTable.CHAT_ID,
                                                        "#time", PredictionTable.TIME))
                                        .expressionAttributeValues(
                                                Map.of(
                                                        ":chat", AttributeValue.fromS(chatId),
                                                        ":time",
                                                                AttributeValue.fromN(
                                                                        Long.toString(seconds)))))
                .items()
                .stream();
    }

    /** The items of at most {@value #MOST_IDS} ids, as far as there are any, from the table itself. */
    Stream<Map<String, AttributeValue>> withIds(List<String> ids) {
        if (ids.isEmpty()) {
            return Stream.of();
        }
        KeysAndAttributes keys =
                KeysAndAttributes.builder()
                        .consistentRead(true)
                        .keys(
                                ids.stream()
                                        .map(
                                                id ->
                                                        Map.of(
                                                                PredictionTable.PREDICTION_ID,
                                                                AttributeValue.fromS(id)))
                                        .toList())
                        .build();
        return aws
                .dynamoDb()
                .batchGetItem(get -> get.requestItems(Map.of(aws.settings().table(), keys)))
                .responses()
                .getOrDefault(aws.settings().table(), List.of())
                .stream();
    }
}
