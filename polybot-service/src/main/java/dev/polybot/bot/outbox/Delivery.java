package dev.polybot.bot.outbox;

import dev.polybot.bot.storage.Lease;
import dev.polybot.bot.storage.LeaseTerms;

import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

import java.util.List;
import java.util.Map;

/** How one kind of message is sent: what makes sure that it is sent once, what it says, and where that is noted. */
public interface Delivery {

    boolean takes(OutgoingMessage.Content content);

    /** The lease without which it may not be sent; refused when it has been. */
    LeaseTerms lease(OutgoingMessage message);

    /**
     * What is sent.
     *
     * @param item the leased item
     */
    OutgoingMessage.Ready render(OutgoingMessage message, Map<String, AttributeValue> item);

    /** Notes that Telegram has it, as messages of these numbers. */
    void sent(OutgoingMessage message, Lease lease, List<Integer> messageIds);

    /** Notes that Telegram will never take it. */
    void undeliverable(OutgoingMessage message, Lease lease);
}
