package dev.polybot.bot.storage;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import software.amazon.awssdk.core.interceptor.Context;
import software.amazon.awssdk.core.interceptor.ExecutionAttribute;
import software.amazon.awssdk.core.interceptor.ExecutionAttributes;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;

/**
 * A clock that follows DynamoDB's time. A bot judges by its own time whether a lease that another bot has written is over,
 * so all have to go by one clock. The machine's is taken as long as it agrees with the {@code Date} of each answer, which
 * tells the second.
 */
final class DynamoDbClock extends Clock implements ExecutionInterceptor {

    private static final Logger log = LoggerFactory.getLogger(DynamoDbClock.class);

    private static final ExecutionAttribute<Instant> SENT =
            new ExecutionAttribute<>("polybot.sent");

    /** What nobody can tell from a slow answer. */
    private static final Duration TOLERANCE = Duration.ofSeconds(2);

    /** An answer that took longer says too little. */
    private static final Duration LONGEST_CALL = Duration.ofSeconds(3);

    private final Clock machine;
    private volatile Duration ahead = Duration.ZERO;

    DynamoDbClock(Clock machine) {
        this.machine = machine;
    }

    @Override
    public Instant instant() {
        return machine.instant().plus(ahead);
    }

    @Override
    public ZoneId getZone() {
        return machine.getZone();
    }

    @Override
    public Clock withZone(ZoneId zone) {
        throw new UnsupportedOperationException("Instants have no zone.");
    }

    @Override
    public void beforeTransmission(
            Context.BeforeTransmission call, ExecutionAttributes attributes) {
        attributes.putAttribute(SENT, machine.instant());
    }

    @Override
    public void afterTransmission(Context.AfterTransmission call, ExecutionAttributes attributes) {
        Instant received = machine.instant();
        call.httpResponse()
                .firstMatchingHeader("Date")
                .ifPresent(date -> compare(attributes.getAttribute(SENT), date, received));
    }

    private void compare(Instant sent, String date, Instant received) {
        if (Duration.between(sent, received).compareTo(LONGEST_CALL) > 0) {
            return;
        }
        try {
            Instant told =
                    ZonedDateTime.parse(date, DateTimeFormatter.RFC_1123_DATE_TIME).toInstant();
            agreeWith(
                    Duration.between(received, told), Duration.between(sent, told.plusSeconds(1)));
        } catch (DateTimeParseException unreadable) {
            log.debug("DynamoDB's time cannot be read: {}", date);
        }
    }

    /** DynamoDB's clock is between so much and so much ahead of the machine's. */
    private void agreeWith(Duration least, Duration most) {
        Duration difference = ahead;
        if (difference.compareTo(least.minus(TOLERANCE)) < 0
                || difference.compareTo(most.plus(TOLERANCE)) > 0) {
            ahead = least.plus(most).dividedBy(2);
            log.warn(
                    "This machine's clock is {} s off DynamoDB's, which counts. Set it: chrony or another"
                            + " time service should run.",
                    ahead.negated().toSeconds());
        }
    }
}
