package dev.polybot.bot.storage;

import static dev.polybot.bot.storage.Attributes.epochMillis;
import static dev.polybot.bot.storage.Attributes.number;

import org.jspecify.annotations.Nullable;

import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

/**
 * An exclusive right to do some work, until it is given back, done, or its holder dies. While it is open it is extended. For
 * changes of its item {@code #holder}, {@code #until} and {@code #attempts} stand for the attributes of its terms.
 */
public final class Lease implements AutoCloseable {

    private final Leases leases;
    private final LeaseTerms terms;
    private final String holder;
    private final int attempt;
    private final Heartbeat heartbeat;

    Lease(Leases leases, LeaseTerms terms, String holder, int attempt, Clock clock) {
        this.leases = leases;
        this.terms = terms;
        this.holder = holder;
        this.attempt = attempt;
        this.heartbeat = Heartbeat.of(() -> leases.extend(terms, holder), clock);
    }

    /** How many times it has been taken, this one included; what was given back uncounted is left out. */
    public int attempt() {
        return attempt;
    }

    /**
     * Looks again whether it is still this instance's: before what cannot be taken back. A process may have been stopped for a
     * minute without knowing.
     *
     * @throws LeaseLostException when it is not, or may not be
     */
    public void requireHeld() {
        if (!heartbeat.isCertain()) {
            throw new LeaseLostException();
        }
    }

    /**
     * Gives it back unfinished; harmless when it is no longer this instance's.
     *
     * @param notBefore when it may be taken again
     * @param counted whether this was an attempt: not when it ended through no fault of the work
     */
    public void giveBack(Instant notBefore, boolean counted) {
        close();
        Map<String, AttributeValue> values = new HashMap<>();
        values.put(":until", epochMillis(notBefore));
        String expression = "SET #until = :until REMOVE #holder";
        if (!counted) {
            values.put(":less", number(-1));
            expression += " ADD #attempts :less";
        }
        var _ = leases.change(terms, holder, expression, values);
    }

    /**
     * Notes that the work is done, as long as this instance's it is.
     *
     * @param expression changes the item; ends the lease by removing {@code #holder} and {@code #until}
     * @return the item afterwards; null when it was no longer this instance's
     */
    public @Nullable Map<String, AttributeValue> done(
            String expression, Map<String, AttributeValue> values) {
        close();
        return leases.change(terms, holder, expression, values);
    }

    /**
     * Notes that the work is done, whoever holds the lease by now: what was said cannot be unsaid.
     *
     * @param settings the attributes that this sets, as the inside of a {@code SET}
     */
    public void doneAnyway(String settings, Map<String, AttributeValue> values) {
        close();
        leases.settle(terms, "SET " + settings + " REMOVE #holder, #until, #attempts", values);
    }

    /** Notes that work of {@link LeaseTerms#once} is done, whoever holds the lease by now. */
    public void markDone() {
        doneAnyway("#state = :done", Map.of(":done", LeaseTerms.DONE));
    }

    @Override
    public void close() {
        heartbeat.close();
    }
}
