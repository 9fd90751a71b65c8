package dev.polybot.bot.updates;

import dev.polybot.bot.actions.ActionExecutor;
import dev.polybot.bot.actions.BotName;
import dev.polybot.bot.actions.RetryDecision;
import dev.polybot.bot.albums.AlbumIntake;
import dev.polybot.bot.conversation.Action;
import dev.polybot.bot.conversation.ButtonPress;
import dev.polybot.bot.conversation.Conversation;
import dev.polybot.bot.conversation.ConversationReplies;
import dev.polybot.bot.conversation.Incoming;
import dev.polybot.bot.conversation.IncomingMessage;
import dev.polybot.bot.conversation.RepliedTo;
import dev.polybot.bot.language.Language;
import dev.polybot.bot.settings.BotSettings;
import dev.polybot.bot.settings.Credentials;
import dev.polybot.bot.storage.Lease;
import dev.polybot.bot.storage.LeaseAttempt;
import dev.polybot.bot.storage.LeaseTerms;
import dev.polybot.bot.storage.Leases;
import dev.polybot.bot.telegram.TelegramException;
import dev.polybot.observability.ExceptionSummary;
import dev.polybot.observability.Traces;

import io.opentelemetry.api.trace.SpanKind;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.exception.SdkException;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/** Handles each update once, whichever instance it reaches and however often. */
@Component
class OnceOnlyUpdateHandler implements UpdateHandler {

    /** A message on which the bot itself stumbles is not tried for ever. */
    static final int MAX_ATTEMPTS = 5;

    /** Telegram keeps an update for 24 hours (Bot API, getting updates), and people may edit a message for 48. */
    static final Duration RETENTION = Duration.ofDays(3);

    /** Presses that follow each other so soon are one. */
    private static final Duration SAME_MOMENT = Duration.ofMinutes(1);

    private static final Logger log = LoggerFactory.getLogger(OnceOnlyUpdateHandler.class);

    private final Leases leases;
    private final ActionExecutor executor;
    private final AlbumIntake albums;
    private final BotName botName;
    private final UpdateIdentity identity;
    private final String table;
    private final Clock clock;

    OnceOnlyUpdateHandler(
            Leases leases,
            ActionExecutor executor,
            AlbumIntake albums,
            BotName botName,
            Credentials credentials,
            BotSettings settings,
            Clock clock) {
        this.leases = leases;
        this.executor = executor;
        this.albums = albums;
        this.botName = botName;
        this.identity = new UpdateIdentity(credentials.token().botId());
        this.table = settings.storage().stateTable();
        this.clock = clock;
    }

    @Override
    public Result handle(IncomingUpdate update) {
        try (var _ = Traces.beginTrace("telegram update", SpanKind.SERVER)) {
            return handleOnce(update);
        }
    }

    private Result handleOnce(IncomingUpdate update) {
        Incoming incoming = update.incoming();
        if (incoming == null) {
            return new Result.Handled();
        }
        Action.OfMessage action = Conversation.decide(incoming, botName.get());
        return switch (action) {
            case Action.Ignore _ -> new Result.Handled();
            case Action.Collect collect -> collect(update, incoming, collect);
            case Action.Single single -> once(update, incoming, single);
        };
    }

    private Result once(IncomingUpdate update, Incoming incoming, Action.Single action) {
        String id = identity.of(update, incoming, action);
        String pressed = identity.ofPress(incoming, action);
        LeaseTerms terms =
                pressed == null
                        ? LeaseTerms.once(table, id, clock.instant(), RETENTION)
                        : LeaseTerms.once(table, pressed, clock.instant(), SAME_MOMENT);
        try {
            return switch (leases.take(terms)) {
                case LeaseAttempt.Taken(Lease claim, var _) -> act(id, claim, incoming, action);
                case LeaseAttempt.Refused _ -> {
                    if (pressed != null) {
                        settle(incoming, incoming.sender().language().say("notice.answered"));
                    }
                    yield new Result.Handled();
                }
                case LeaseAttempt.HeldElsewhere _ -> new Result.Repeat(null);
            };
        } catch (SdkException e) {
            return notStored(update, "its claim", e);
        }
    }

    /** What the store refuses for its content it would always refuse, and Telegram would tell nothing else before it. */
    private static Result notStored(IncomingUpdate update, String what, SdkException e) {
        boolean forEver =
                e instanceof AwsServiceException answer
                        && answer.awsErrorDetails() != null
                        && "ValidationException".equals(answer.awsErrorDetails().errorCode());
        if (forEver) {
            log.error(
                    "Update {} is given up: {} is refused ({})",
                    update.id(),
                    what,
                    ExceptionSummary.of(e));
            return new Result.Handled();
        }
        log.warn(
                "Update {} waits: {} cannot be stored ({})",
                update.id(),
                what,
                ExceptionSummary.of(e));
        return new Result.Repeat(null);
    }

    /** Needs no claim: a picture that is collected twice is in its album once. */
    private Result collect(IncomingUpdate update, Incoming incoming, Action.Collect collect) {
        boolean toCome;
        try {
            toCome =
                    albums.collect(
                            new AlbumIntake.Arrival(
                                    incoming.chatId(),
                                    incoming.sender(),
                                    botAddressedBy(incoming, collect),
                                    collect));
        } catch (SdkException e) {
            return notStored(update, "its album", e);
        }
        String notice = toCome ? "notice.looking" : "notice.answered";
        settle(incoming, incoming.sender().language().say(notice));
        return new Result.Handled();
    }

    /** What somebody asks for by a button or by a reply to an album is meant for this bot, also in a group. */
    private @Nullable String botAddressedBy(Incoming incoming, Action.Collect collect) {
        if (collect.messageId() != incoming.messageId() || incoming instanceof ButtonPress) {
            return botName.get();
        }
        RepliedTo repliedTo =
                incoming instanceof IncomingMessage message ? message.repliedTo() : null;
        return repliedTo == null ? null : repliedTo.bot();
    }

    private Result act(String id, Lease claim, Incoming incoming, Action.Single action) {
        String notice = null;
        try {
            notice = executor.perform(incoming, action, id);
        } catch (TelegramException.Refused e) {
            log.info("{} can have no answer: {}", id, e.getMessage());
        } catch (RuntimeException e) {
            RetryDecision retry = RetryDecision.of(e);
            if (!retry.countsAsAttempt() || claim.attempt() < MAX_ATTEMPTS) {
                return repeat(id, claim, retry, e);
            }
            log.error(
                    "{} is given up after {} attempts: {}",
                    id,
                    claim.attempt(),
                    ExceptionSummary.of(e));
            notice = apologise(incoming, id);
        }
        settle(incoming, notice);
        rememberDone(id, claim);
        return new Result.Handled();
    }

    private static Result repeat(
            String id, Lease claim, RetryDecision retry, RuntimeException cause) {
        log.warn(
                "{} had no effect at attempt {}: {}",
                id,
                claim.attempt(),
                ExceptionSummary.of(cause));
        try {
            claim.giveBack(Instant.EPOCH, retry.countsAsAttempt());
        } catch (SdkException e) {
            log.warn("{} stays claimed until the claim's end: {}", id, ExceptionSummary.of(e));
        }
        return new Result.Repeat(retry.retryAfter());
    }

    /** Returns what whoever pressed a button is shown. */
    private String apologise(Incoming incoming, String id) {
        Language language = incoming.sender().language();
        try {
            if (incoming instanceof IncomingMessage) {
                executor.perform(
                        incoming,
                        new Action.Reply(ConversationReplies.somethingWentWrong(language)),
                        id);
            }
        } catch (RuntimeException e) {
            log.warn("Not even an apology could be sent: {}", ExceptionSummary.of(e));
        }
        return language.say("notice.failed");
    }

    /** A courtesy: if it fails, the button looks busy for a while. */
    private void settle(Incoming incoming, @Nullable String notice) {
        try {
            executor.settle(incoming, notice);
        } catch (TelegramException e) {
            log.info("A press stays unanswered: {}", e.getMessage());
        }
    }

    /** The effect is durable: if this fails, telling Telegram to repeat would only do it twice. */
    private void rememberDone(String id, Lease claim) {
        try {
            claim.markDone();
        } catch (SdkException e) {
            log.warn("{} is done but not noted as such: {}", id, ExceptionSummary.of(e));
        }
    }
}
