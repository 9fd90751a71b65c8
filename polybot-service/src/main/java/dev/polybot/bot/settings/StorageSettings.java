package dev.polybot.bot.settings;

import dev.polybot.model.storage.ObjectKeys;

import org.springframework.boot.context.properties.bind.DefaultValue;

import java.time.Duration;

/**
 * Settings of buckets and tables.
 *
 * @param bucket the bucket of the originals
 * @param prefix prefix of the originals
 * @param outputBucket the bucket of annotated pictures
 * @param outputPrefix prefix of annotated pictures
 * @param pathStyle whether the bucket's name goes into the path of a request, as a local S3 needs it
 * @param table the predictions table
 * @param stateTable the table of what instances share
 * @param retention how long a prediction is kept in the table
 */
public record StorageSettings(
        @DefaultValue("") String bucket,
        @DefaultValue("images") String prefix,
        @DefaultValue("") String outputBucket,
        @DefaultValue("predicted") String outputPrefix,
        @DefaultValue("false") boolean pathStyle,
        @DefaultValue("") String table,
        @DefaultValue("") String stateTable,
        @DefaultValue("30d") Duration retention) {

    /** Where objects lie in the buckets. */
    public ObjectKeys keys() {
        return new ObjectKeys(prefix, outputPrefix);
    }

    void check(SettingFaults faults) {
        faults.requireText(bucket, "BUCKET_NAME", "the S3 bucket of the pictures");
        faults.requireText(table, "TABLE_NAME", "the DynamoDB table of the predictions");
        faults.require(hasKeys(), "OUTPUT_PREFIX", "must differ from BUCKET_PREFIX.");
    }

    private boolean hasKeys() {
        try {
            var _ = keys();
            return true;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }
}
