package dev.polybot.bot.updates;

import dev.polybot.bot.conversation.Action;
import dev.polybot.bot.conversation.Conversation;
import dev.polybot.bot.conversation.IncomingMessage;
import dev.polybot.bot.conversation.Phrases;
import dev.polybot.bot.editing.BusyException;
import dev.polybot.bot.faults.Failures;
import dev.polybot.bot.secrets.Credentials;
import dev.polybot.bot.telegram.TelegramException;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

import software.amazon.awssdk.core.exception.SdkException;

/** Acts on updates, each one once, whichever instance it reaches and however often. */
@Component
class OnceOnlyUpdateHandler implements UpdateHandler {

    /** A message on which the bot itself stumbles is not tried for ever. */
    static final int MAX_ATTEMPTS = 5;

    private static final Logger log = LoggerFactory.getLogger(OnceOnlyUpdateHandler.class);

    private final UpdateClaims claims;
    private final Effects effects;
    private final BotName botName;
    private final String idPrefix;

    OnceOnlyUpdateHandler(
            UpdateClaims claims, Effects effects, BotName botName, Credentials credentials) {
        this.claims = claims;
        this.effects = effects;
        this.botName = botName;
        this.idPrefix = "update#" + credentials.token().botId() + '#';
    }

    @Override
    public Verdict handle(IncomingUpdate update) {
        IncomingMessage message = update.message();
        if (message == null) {
            return new Verdict.Handled();
        }
        Action action = Conversation.decide(message, botName.get());
        if (action instanceof Action.Ignore) {
            return new Verdict.Handled();
        }
        String id = idPrefix + update.id();
        try {
            return switch (claims.claim(id)) {
                case Claim.Granted granted -> act(id, granted, message, action);
                case Claim.AlreadyDone() -> new Verdict.Handled();
                case Claim.HeldElsewhere() -> new Verdict.Repeat(null);
            };
        } catch (SdkException e) {
            log.warn(
                    "Update {} waits: its claim cannot be stored ({})",
                    update.id(),
                    Failures.inWords(e));
            return new Verdict.Repeat(null);
        }
    }

    private Verdict act(String id, Claim.Granted claim, IncomingMessage message, Action action) {
        try {
            effects.perform(message, action);
        } catch (TelegramException.Refused e) {
            log.info("{} can have no answer: {}", id, e.getMessage());
        } catch (TelegramException.Unavailable e) {
            return repeat(id, claim, new Verdict.Repeat(e.retryAfter()), e);
        } catch (BusyException e) {
            return repeat(id, claim, new Verdict.Repeat(e.retryAfter()), e);
        } catch (TelegramException.TokenRejected | SdkException e) {
            return repeat(id, claim, new Verdict.Repeat(null), e);
        } catch (RuntimeException e) {
            if (claim.attempt() < MAX_ATTEMPTS) {
                return repeat(id, claim, new Verdict.Repeat(null), e);
            }
            log.error(
                    "{} is given up after {} attempts: {}",
                    id,
                    claim.attempt(),
                    Failures.inWords(e));
            apologise(message);
        }
        rememberDone(id);
        return new Verdict.Handled();
    }

    private Verdict repeat(
            String id, Claim.Granted claim, Verdict verdict, RuntimeException cause) {
        log.warn(
                "{} had no effect at attempt {}: {}", id, claim.attempt(), Failures.inWords(cause));
        try {
            claims.release(id, claim);
        } catch (SdkException e) {
            log.warn("{} stays claimed until the claim's end: {}", id, Failures.inWords(e));
        }
        return verdict;
    }

    private void apologise(IncomingMessage message) {
        try {
            effects.perform(message, new Action.Reply(Phrases.SOMETHING_WENT_WRONG));
        } catch (RuntimeException e) {
            log.warn("Not even an apology could be sent: {}", Failures.inWords(e));
        }
    }

    /** The effect is durable: if this fails, telling Telegram to repeat would only do it twice. */
    private void rememberDone(String id) {
        try {
            claims.done(id);
        } catch (SdkException e) {
            log.warn("{} is done but not noted as such: {}", id, Failures.inWords(e));
        }
    }
}
