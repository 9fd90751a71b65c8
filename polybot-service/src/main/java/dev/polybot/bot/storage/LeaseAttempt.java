package dev.polybot.bot.storage;

import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

import java.time.Instant;
import java.util.Map;

/** The result of trying to take a lease. */
public sealed interface LeaseAttempt {

    /**
     * It is the asker's.
     *
     * @param item the item as it is now
     */
    record Taken(Lease lease, Map<String, AttributeValue> item) implements LeaseAttempt {}

    /** It is somebody else's, until then unless that one dies or ends before. */
    record HeldElsewhere(Instant until) implements LeaseAttempt {}

    /**
     * It is nobody's to take: the work is done, or the condition does not hold.
     *
     * @param item the item as it is now; empty when there is none
     */
    record Refused(Map<String, AttributeValue> item) implements LeaseAttempt {}
}
