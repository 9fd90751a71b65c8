package dev.polybot.bot.outbox;

import static dev.polybot.bot.storage.Attributes.epochSeconds;
import static dev.polybot.bot.storage.Attributes.string;

import dev.polybot.bot.settings.BotSettings;
import dev.polybot.bot.storage.Lease;
import dev.polybot.bot.storage.LeaseTerms;
import dev.polybot.bot.storage.StateTable;

import org.springframework.stereotype.Component;

import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** Delivers messages that carry their own text and pictures. That it was sent is noted in the state table. */
@Component
class PlainDelivery implements Delivery {

    /** The longest that a queue keeps a message, among the dead letters too. */
    static final Duration RETENTION = Duration.ofDays(14);

    private final String table;
    private final Clock clock;

    PlainDelivery(BotSettings settings, Clock clock) {
        this.table = settings.storage().stateTable();
        this.clock = clock;
    }

    @Override
    public boolean takes(OutgoingMessage.Content content) {
        return content instanceof OutgoingMessage.Ready;
    }

    @Override
    public LeaseTerms lease(OutgoingMessage message) {
        return LeaseTerms.of(
                        table,
                        StateTable.sent(message.cause()),
                        "attribute_not_exists(#state) OR #state <> :done")
                .setting("#state = :sending, expiresAt = :expiresAt")
                .name("#state", "state")
                .value(":done", string("DONE"))
                .value(":sending", string("IN_PROGRESS"))
                .value(":expiresAt", epochSeconds(clock.instant().plus(RETENTION)));
    }

    @Override
    public OutgoingMessage.Ready render(OutgoingMessage message, Map<String, AttributeValue> item) {
        return (OutgoingMessage.Ready) message.content();
    }

    @Override
    public void sent(OutgoingMessage message, Lease lease, List<Integer> messageIds) {
        lease.doneAnyway(
                "SET #state = :done REMOVE #holder, #until, #attempts",
                Map.of(":done", string("DONE")));
    }

    @Override
    public void undeliverable(OutgoingMessage message, Lease lease) {
        sent(message, lease, List.of());
    }
}
