package dev.polybot.bot.updates;

import static dev.polybot.bot.storage.Attributes.epochSeconds;
import static dev.polybot.bot.storage.Attributes.string;

import dev.polybot.bot.settings.BotSettings;
import dev.polybot.bot.storage.Lease;
import dev.polybot.bot.storage.LeaseAttempt;
import dev.polybot.bot.storage.LeaseTerms;
import dev.polybot.bot.storage.Leases;

import org.springframework.stereotype.Component;

import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;

/**
 * Claims updates, so that one instance handles each. What is done is remembered for as long as Telegram repeats itself.
 * DynamoDB removes expired items when it finds the time, so the condition looks at the clock too.
 */
@Component
class UpdateClaims {

    /** Telegram keeps an update for 24 hours (Bot API, getting updates), and people may edit a message for 48. */
    static final Duration RETENTION = Duration.ofDays(3);

    private static final AttributeValue DONE = string("DONE");

    private final Leases leases;
    private final String table;
    private final Clock clock;

    UpdateClaims(Leases leases, BotSettings settings, Clock clock) {
        this.leases = leases;
        this.table = settings.storage().stateTable();
        this.clock = clock;
    }

    /** Tries to claim an update by its key in the state table; refused when it has had its effect. */
    LeaseAttempt claim(String id) {
        Instant now = clock.instant();
        return leases.take(
                LeaseTerms.of(
                                table,
                                id,
                                "attribute_not_exists(id) OR expiresAt < :nowSeconds"
                                        + " OR #state = :inProgress")
                        .setting("#state = :inProgress, expiresAt = :expiresAt")
                        .name("#state", "state")
                        .value(":inProgress", string("IN_PROGRESS"))
                        .value(":nowSeconds", epochSeconds(now))
                        .value(":expiresAt", epochSeconds(now.plus(RETENTION))));
    }

    /** Notes that the update's effect is durable. */
    void done(Lease claim) {
        claim.doneAnyway(
                "SET #state = :done, expiresAt = :expiresAt REMOVE #until, #holder, #attempts",
                Map.of(":done", DONE, ":expiresAt", epochSeconds(clock.instant().plus(RETENTION))));
    }

    /**
     * Releases a claim, so that the update's next delivery need not wait for the claim's end.
     *
     * @param countsAsAttempt whether it counts among the attempts after which an update is given up
     */
    void release(Lease claim, boolean countsAsAttempt) {
        claim.giveBack(Instant.EPOCH, countsAsAttempt);
    }
}
