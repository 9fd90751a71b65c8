package dev.polybot.bot;

import dev.polybot.observability.ExceptionSummary;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationFailedEvent;
import org.springframework.context.ApplicationListener;
import org.springframework.core.NestedExceptionUtils;

/**
 * Says in a line why the bot does not start, since logs hold no stack traces. It comes before Spring's screen, where there is
 * one: whoever started the bot looks for that at the end of the log.
 */
final class ReasonOfFailure implements ApplicationListener<ApplicationFailedEvent> {

    private static final Logger log = LoggerFactory.getLogger(ReasonOfFailure.class);

    @Override
    public void onApplicationEvent(ApplicationFailedEvent failed) {
        log.error(
                "The bot did not start: {}",
                ExceptionSummary.of(
                        NestedExceptionUtils.getMostSpecificCause(failed.getException())));
    }
}
