package dev.polybot.bot.outbox;

import dev.polybot.bot.settings.BotSettings;
import dev.polybot.bot.storage.Lease;
import dev.polybot.bot.storage.LeaseTerms;
import dev.polybot.bot.storage.StateKeys;

import org.springframework.stereotype.Component;

import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** How a message that carries its own text and pictures is sent by {@link ChatSender}: noted in the state table. */
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
        return LeaseTerms.once(table, StateKeys.sent(message.cause()), clock.instant(), RETENTION);
    }

    @Override
    public OutgoingMessage.Ready render(OutgoingMessage message, Map<String, AttributeValue> item) {
        return (OutgoingMessage.Ready) message.content();
    }

    @Override
    public void sent(OutgoingMessage message, Lease lease, List<Integer> messageIds) {
        lease.markDone();
    }

    @Override
    public void undeliverable(OutgoingMessage message, Lease lease) {
        lease.markDone();
    }
}
