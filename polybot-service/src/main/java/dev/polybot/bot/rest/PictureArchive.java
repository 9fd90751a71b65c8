package dev.polybot.bot.rest;

import dev.polybot.bot.pictures.PictureStore;
import dev.polybot.bot.predictions.JobQueue;
import dev.polybot.bot.settings.StorageSettings;

import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

import java.time.Clock;
import java.util.UUID;

/**
 * Where callers' pictures go in and are found again.
 *
 * @param intake takes them in
 * @param records tells of them
 * @param predictions those that have been looked at
 */
public record PictureArchive(
        PictureIntake intake, PictureRecords records, EndedPredictions predictions) {

    /** The archive in AWS. */
    public static PictureArchive in(
            DynamoDbClient dynamoDb,
            StorageSettings storage,
            PictureStore pictures,
            JobQueue jobs,
            Clock clock) {
        Submissions submissions = new DynamoDbSubmissions(dynamoDb, storage);
        EndedPredictions predictions = new DynamoDbEndedPredictions(dynamoDb, storage.table());
        return new PictureArchive(
                new PictureIntake(
                        submissions,
                        pictures,
                        jobs,
                        clock,
                        () -> UUID.randomUUID().toString().replace("-", "")),
                new PictureRecords(predictions, submissions),
                predictions);
    }
}
