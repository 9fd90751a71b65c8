package dev.polybot.bot.albums;

import static java.util.Objects.requireNonNullElse;

import dev.polybot.bot.actions.RetryDecision;
import dev.polybot.bot.settings.AlbumSettings;
import dev.polybot.bot.settings.BotSettings;
import dev.polybot.bot.storage.Lease;
import dev.polybot.bot.storage.LeaseLostException;
import dev.polybot.observability.ExceptionSummary;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

import software.amazon.awssdk.core.exception.SdkException;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.locks.LockSupport;

/** Checks whether an album is complete, and executes the tasks of one that is, each by one instance at a time. */
@Component
class AlbumProcessor {

    /** An album on which the bot itself stumbles, or dies, is not tried for ever. */
    static final int MAX_ATTEMPTS = 5;

    /** After a fault outside: soon, but not at once. */
    private static final Duration PAUSE = Duration.ofSeconds(3);

    private static final int MAX_NOTES = 20;
    private static final Duration NOTE_AGAIN = Duration.ofMillis(500);

    private static final Logger log = LoggerFactory.getLogger(AlbumProcessor.class);

    private final AlbumStore store;
    private final OpenAlbums open;
    private final AlbumActions answers;
    private final AlbumSettings settings;
    private final Clock clock;

    AlbumProcessor(
            AlbumStore store,
            OpenAlbums open,
            AlbumActions answers,
            BotSettings settings,
            Clock clock) {
        this.store = store;
        this.open = open;
        this.answers = answers;
        this.settings = settings.albums();
        this.clock = clock;
    }

    /**
     * Checks whether it is an album's time, and acts on it then.
     *
     * @return when to check again; null when there is nothing more to do
     */
    @Nullable Instant check(String albumId) {
        Album album = store.find(albumId);
        if (album == null) {
            open.remove(albumId, Long.MAX_VALUE);
            return null;
        }
        if (!album.needsAnswer()) {
            open.remove(albumId, album.handled());
            return null;
        }
        Instant now = clock.instant();
        if (album.isLeasedAt(now)) {
            return album.leasedUntil();
        }
        AlbumTask unfinished = album.task();
        if (unfinished == null && now.isBefore(album.completeAt(settings))) {
            return album.completeAt(settings);
        }
        LeasedAlbum leased =
                store.take(album, unfinished == null ? AlbumTask.of(album) : unfinished);
        return leased == null ? now.plus(settings.quietTime()) : act(leased);
    }

    private @Nullable Instant act(LeasedAlbum leased) {
        try (Lease _ = leased.lease()) {
            if (leased.lease().attempt() > MAX_ATTEMPTS) {
                log.error("{} is given up after {} attempts", leased.album().id(), MAX_ATTEMPTS);
                answers.apologise(leased);
            } else if (!leased.task().isEmpty()) {
                answers.give(leased);
            }
        } catch (LeaseLostException e) {
            log.warn("{} was taken over by another instance", leased.album().id());
            return null;
        } catch (RuntimeException e) {
            return giveBack(leased, e);
        }
        return done(leased);
    }

    private @Nullable Instant done(LeasedAlbum leased) {
        Album album = noteDone(leased);
        if (album == null || album.needsAnswer()) {
            return album == null ? null : album.completeAt(settings);
        }
        open.remove(album.id(), album.handled());
        return null;
    }

    /** The user has the answer: as long as that is not noted, whoever takes the album over would give it again. */
    private @Nullable Album noteDone(LeasedAlbum leased) {
        for (int attempt = 1; ; attempt++) {
            try {
                return store.done(leased);
            } catch (SdkException e) {
                log.warn(
                        "{} is answered, not noted: {}",
                        leased.album().id(),
                        ExceptionSummary.of(e));
                if (attempt == MAX_NOTES) {
                    throw e;
                }
                LockSupport.parkNanos(NOTE_AGAIN.toNanos());
            }
        }
    }

    private Instant giveBack(LeasedAlbum leased, RuntimeException cause) {
        RetryDecision retry = RetryDecision.of(cause);
        log.warn(
                "{} had no answer at attempt {}: {}",
                leased.album().id(),
                leased.lease().attempt(),
                ExceptionSummary.of(cause));
        Instant again = clock.instant().plus(requireNonNullElse(retry.retryAfter(), PAUSE));
        leased.lease().giveBack(again, retry.countsAsAttempt());
        return again;
    }
}
