package dev.polybot.bot.waiting;

import dev.polybot.bot.storage.PredictionStore;
import dev.polybot.bot.telegram.OutgoingText;
import dev.polybot.bot.telegram.SpareCapacity;
import dev.polybot.bot.telegram.TelegramMessages;
import dev.polybot.model.prediction.Prediction;
import dev.polybot.observability.ExceptionSummary;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/**
 * Tells people who wait long their place in the queue, and withdraws that message when their answer is there. It is a
 * courtesy: it waits for room in Telegram's limits, each chat has one at a time, and it is not kept up by another instance
 * when this one ends.
 */
@Component
public class WaitingNotices {

    /** Most answers are there sooner. */
    public static final Duration PATIENCE = Duration.ofSeconds(5);

    private static final int PERIOD_SECONDS = 2;

    /** So many requests are looked after at once: beyond that nobody is told. */
    private static final int MOST_REQUESTS = 10_000;

    /** So many that are told, or are to be, are looked up in the table at a time: a long queue costs no more than a short one. */
    private static final int MOST_LOOKED_UP = 100;

    /** No request waits longer: what has not ended by then was given up, and its own answer says so. */
    private static final Duration LONGEST = Duration.ofHours(1);

    /** Of the 30 things that a bot may say in a second, these notices take few. */
    private static final int MOST_SAID = 10;

    private static final Logger log = LoggerFactory.getLogger(WaitingNotices.class);

    private final TelegramMessages telegram;
    private final SpareCapacity spareCapacity;
    private final PredictionStore predictions;
    private final WaitingNoticeStore store;
    private final Supplier<OptionalInt> depth;
    private final Clock clock;
    private final Map<String, Watched> watched = new LinkedHashMap<>();

    WaitingNotices(
            TelegramMessages telegram,
            SpareCapacity spareCapacity,
            PredictionStore predictions,
            WaitingNoticeStore store,
            Supplier<OptionalInt> depth,
            Clock clock) {
        this.telegram = telegram;
        this.spareCapacity = spareCapacity;
        this.predictions = predictions;
        this.store = store;
        this.depth = depth;
        this.clock = clock;
    }

    /** A request that is looked after; what changes of it belongs to the timer's thread. */
    private static final class Watched {

        private final WaitingRequest request;
        private final Instant since;
        private PlaceInQueue place = PlaceInQueue.UNKNOWN;
        private PlaceInQueue told = PlaceInQueue.UNKNOWN;
        private @Nullable Integer message;

        private Watched(WaitingRequest request, Instant since) {
            this.request = request;
            this.since = since;
        }
    }

    /** Watches a request that has just been made; the same again is the same. */
    public void watch(WaitingRequest request) {
        synchronized (watched) {
            if (watched.size() < MOST_REQUESTS) {
                watched.putIfAbsent(request.id(), new Watched(request, clock.instant()));
            }
        }
    }

    /** The message that tells of this request, whichever instance said it; null when there is none. */
    public @Nullable WaitingNotice find(String id) {
        return store.find(id);
    }

    /** Takes back what was said of a request, by whichever instance, as its answer comes. */
    public void withdraw(String id, Duration waited) {
        WaitingNotice notice = waited.compareTo(PATIENCE) < 0 ? null : store.find(id);
        if (notice != null) {
            takeBack(notice.request().chatId(), notice.messageId());
        }
    }

    /** Tells everybody what is new, every other second. */
    @Scheduled(fixedDelay = PERIOD_SECONDS, timeUnit = TimeUnit.SECONDS)
    void update() {
        try {
            tellAll(late());
        } catch (RuntimeException e) {
            log.warn("Nobody is told how long it takes: {}", ExceptionSummary.of(e));
        }
    }

    /** The requests that wait long and have not ended; of those that have, the message is taken back. */
    private List<Watched> late() {
        List<Watched> all;
        Instant now = clock.instant();
        synchronized (watched) {
            watched.values().removeIf(one -> one.since.isBefore(now.minus(LONGEST)));
            all = List.copyOf(watched.values());
        }
        if (all.isEmpty()) {
            return all;
        }
        OptionalInt waiting = depth.get();
        all.forEach(one -> one.place = one.place.among(waiting));
        Instant patient = now.minus(PATIENCE);
        List<Watched> late =
                all.stream()
                        .filter(one -> !one.since.isAfter(patient))
                        .filter(one -> one.message != null || one.place.isNewsAfter(one.told))
                        .limit(MOST_LOOKED_UP)
                        .toList();
        Map<String, Prediction> ended =
                predictions.findAll(
                        late.stream().flatMap(one -> one.request.predictions().stream()).toList());
        return late.stream().filter(one -> !forgetIfEnded(one, ended)).toList();
    }

    private boolean forgetIfEnded(Watched one, Map<String, Prediction> ended) {
        if (!ended.keySet().containsAll(one.request.predictions())) {
            return false;
        }
        synchronized (watched) {
            watched.remove(one.request.id());
        }
        Integer message = one.message;
        if (message != null
                && one.request.predictions().stream().noneMatch(id -> isCancelled(ended.get(id)))) {
            takeBack(one.request.chatId(), message);
        }
        return true;
    }

    private static boolean isCancelled(@Nullable Prediction prediction) {
        return prediction != null && prediction.isCancelled();
    }

    private void tellAll(List<Watched> late) {
        Set<String> chats = new HashSet<>();
        late.stream()
                .filter(one -> one.message != null)
                .forEach(one -> chats.add(one.request.chatId()));
        int said = 0;
        for (Watched one : late) {
            boolean first = one.message == null;
            if (said < MOST_SAID
                    && one.place.isNewsAfter(one.told)
                    && (!first || chats.add(one.request.chatId()))
                    && spareCapacity.isThere(one.request.chatId())) {
                tell(one);
                said++;
            }
        }
    }

    private void tell(Watched one) {
        WaitingRequest request = one.request;
        OutgoingText text = WaitingNotice.text(request, one.place);
        one.told = one.place;
        try {
            Integer message = one.message;
            if (message == null) {
                int sent = telegram.say(request.chatId(), text, request.replyTo());
                one.message = sent;
                store.note(new WaitingNotice(request, sent));
            } else {
                telegram.edit(request.chatId(), message, text);
            }
        } catch (RuntimeException e) {
            log.debug("Nobody was told of {}: {}", request.id(), ExceptionSummary.of(e));
        }
    }

    private void takeBack(String chatId, int message) {
        try {
            telegram.delete(chatId, message);
        } catch (RuntimeException e) {
            log.debug("A message stays: {}", ExceptionSummary.of(e));
        }
    }
}
