package dev.polybot.bot.albums;

import static org.assertj.core.api.Assertions.assertThat;

import dev.polybot.bot.actions.ActionExecutor;
import dev.polybot.bot.actions.BotName;
import dev.polybot.bot.actions.ConcatService;
import dev.polybot.bot.actions.FilterService;
import dev.polybot.bot.conversation.Action;
import dev.polybot.bot.conversation.Content;
import dev.polybot.bot.conversation.ConversationReplies;
import dev.polybot.bot.conversation.FileReference;
import dev.polybot.bot.conversation.Sender;
import dev.polybot.bot.filters.Concat;
import dev.polybot.bot.filters.FilterStep;
import dev.polybot.bot.language.Language;
import dev.polybot.bot.language.LocalizedText;
import dev.polybot.bot.outbox.Outbox;
import dev.polybot.bot.outbox.Outboxes;
import dev.polybot.bot.predictions.AlbumSubmitter;
import dev.polybot.bot.predictions.FormerChats;
import dev.polybot.bot.storage.Leases;
import dev.polybot.bot.telegram.TelegramClients;
import dev.polybot.bot.telegram.TelegramMessages;
import dev.polybot.bot.testing.Aws;
import dev.polybot.bot.testing.FakeTelegram;
import dev.polybot.bot.testing.TestClock;
import dev.polybot.bot.testing.TestSettings;
import dev.polybot.pictures.testing.Drawn;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.UpdateItemRequest;
import software.amazon.awssdk.services.dynamodb.model.UpdateItemResponse;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/** Albums on a real table, collected and answered by two instances. */
class AlbumIntakeIntegrationTests {

    private static final Duration QUIET = Duration.ofMillis(2001);
    private static final Duration LEASE = Duration.ofSeconds(30);
    private static final long CHAT = 42;

    private final FakeTelegram telegram = new FakeTelegram();
    private final TestClock clock = new TestClock();
    private final String group = UUID.randomUUID().toString();
    private final List<AlbumSubmitter.Order> orders = new CopyOnWriteArrayList<>();
    private final List<List<String>> joined = new CopyOnWriteArrayList<>();
    private final AlbumStore store =
            new AlbumStore(
                    Aws.DYNAMO_DB,
                    new Leases(Aws.DYNAMO_DB, clock),
                    TestSettings.of(telegram),
                    TelegramClients.CREDENTIALS,
                    clock);
    private final OpenAlbums open =
            new OpenAlbums(Aws.DYNAMO_DB, TestSettings.of(telegram), TelegramClients.CREDENTIALS);
    private final Outbox outbox =
            Outboxes.direct(telegram.url(), TestSettings.of(telegram), clock, List.of());
    private FilterService filterService = this::smallPicture;
    private final Instance one = new Instance();
    private final Instance other = new Instance();

    @AfterEach
    void stop() {
        telegram.close();
    }

    @Test
    void picturesThatReachBothInstancesInAnyOrderAreAnsweredAsOneAlbumOnce() throws Exception {
        List<Integer> messages = new ArrayList<>(IntStream.rangeClosed(101, 110).boxed().toList());
        Collections.shuffle(messages, new Random(3));
        inParallel(
                messages.stream()
                        .map(message -> (Callable<@Nullable Instant>) () -> told(message))
                        .toList());
        assertThat(look(one)).isNotNull();
        assertThat(telegram.calls("sendMediaGroup")).isEmpty();

        clock.advance(QUIET);
        inParallel(
                IntStream.range(0, 8)
                        .mapToObj(
                                i ->
                                        (Callable<@Nullable Instant>)
                                                () -> look(i % 2 == 0 ? one : other))
                        .toList());

        assertThat(telegram.calls("sendMediaGroup"))
                .singleElement()
                .satisfies(
                        call -> {
                            assertThat(count("attach://", call.body())).isEqualTo(10);
                            assertThat(call.body()).contains("rotate 90", "\"message_id\":101");
                        });
        assertThat(look(one)).isNull();
        assertThat(look(other)).isNull();
        assertThat(telegram.calls("sendMediaGroup")).hasSize(1);
        assertThat(open.all()).doesNotContain(id());
    }

    private @Nullable Instant told(int message) {
        Instance instance = message % 2 == 0 ? one : other;
        instance.collect(message, message == 107 ? "rotate 90" : null);
        return null;
    }

    @Test
    void anAlbumThatKeepsGrowingIsAnsweredWhenItsFirstPictureHasWaitedLongEnough() {
        for (int i = 0; i < 6; i++) {
            one.collect(201 + i, "blur");
            clock.advance(Duration.ofMillis(1600));
            assertThat(look(one)).isNotNull();
        }
        assertThat(telegram.calls("sendMediaGroup")).isEmpty();

        clock.advance(Duration.ofMillis(401));
        assertThat(look(one)).isNull();
        assertThat(telegram.calls("sendMediaGroup")).hasSize(1);
    }

    @Test
    void joinsThePicturesInTheOrderInWhichTheyWereSent() {
        one.collect(12, null);
        other.collect(10, null);
        one.collect(11, "concat");
        clock.advance(QUIET);

        assertThat(look(other)).isNull();
        assertThat(joined).containsExactly(List.of("f10", "f11", "f12"));
        assertThat(telegram.calls("sendPhoto"))
                .singleElement()
                .satisfies(call -> assertThat(call.body()).contains("concat", "\"message_id\":10"));
    }

    @Test
    void everyPictureIsLookedAtForPredict() {
        one.collect(11, null);
        other.collect(10, "predict 0.4");
        clock.advance(QUIET);

        assertThat(look(one)).isNull();
        assertThat(look(other)).isNull();
        assertThat(orders)
                .singleElement()
                .satisfies(
                        order -> {
                            assertThat(order.request().options().minConfidence()).isEqualTo(0.4);
                            assertThat(order.pictures())
                                    .extracting(AlbumSubmitter.Picture::messageId)
                                    .containsExactly(10, 11);
                            assertThat(order.pictures())
                                    .extracting(AlbumSubmitter.Picture::number)
                                    .containsExactly(1, 2);
                        });
    }

    @Test
    void anAlbumWhoseInstanceDiedIsOnTheListAndTakenOverWithWhatWasBegun() {
        one.collect(10, "blur");
        one.collect(11, null);
        clock.advance(QUIET);
        Album complete = Objects.requireNonNull(store.find(id()));
        assertThat(store.take(complete, AlbumTask.of(complete))).isNotNull();
        other.collect(12, null);

        assertThat(open.all()).contains(id());
        assertThat(look(other)).isEqualTo(clock.instant().plus(LEASE));
        clock.advance(LEASE.plusMillis(1));
        look(other);
        assertThat(telegram.calls("sendMediaGroup"))
                .singleElement()
                .satisfies(call -> assertThat(count("attach://", call.body())).isEqualTo(2));

        assertThat(look(other)).isNull();
        assertThat(telegram.calls("sendPhoto"))
                .singleElement()
                .satisfies(call -> assertThat(call.body()).contains("blur", "\"message_id\":12"));
        assertThat(open.all()).doesNotContain(id());
    }

    /** It was told to an instance that died before the album was on the list; so Telegram tells it again. */
    @Test
    void aPictureToldAgainPutsItsAlbumOnTheList() {
        store.add(arrival(10, "blur", false));
        assertThat(open.all()).doesNotContain(id());

        other.collect(10, "blur");

        assertThat(open.all()).contains(id());
        assertThat(Objects.requireNonNull(store.find(id())).changes()).isEqualTo(1);
    }

    @Test
    void whoStrikesAnAlbumOutDoesNotStrikeOutALaterPicture() {
        one.collect(10, "blur");
        clock.advance(QUIET);
        assertThat(look(one)).isNull();
        one.collect(11, null);
        open.remove(id(), 1);

        assertThat(open.all()).contains(id());
    }

    /** The SDK writes again when an answer is lost, and finds its own first write in the way. */
    @Test
    void anAlbumIsTakenThoughTheWriteThatTookItWasRepeated() {
        one.collect(10, "blur");
        Album album = Objects.requireNonNull(store.find(id()));

        LeasedAlbum leased =
                Objects.requireNonNull(
                        new AlbumStore(
                                        Aws.DYNAMO_DB,
                                        new Leases(new Repeating(Aws.DYNAMO_DB), clock),
                                        TestSettings.of(telegram),
                                        TelegramClients.CREDENTIALS,
                                        clock)
                                .take(album, AlbumTask.of(album)));

        assertThat(leased.lease().attempt()).isEqualTo(1);
        assertThat(store.take(album, AlbumTask.of(album))).isNull();
    }

    @Test
    void aLatePictureHasAnAnswerOfItsOwn() {
        one.collect(10, "blur");
        one.collect(11, null);
        clock.advance(QUIET);
        look(one);
        other.collect(12, null);
        clock.advance(QUIET);

        assertThat(look(other)).isNull();
        assertThat(telegram.calls("sendMediaGroup")).hasSize(1);
        assertThat(telegram.calls("sendPhoto"))
                .singleElement()
                .satisfies(call -> assertThat(call.body()).contains("blur", "\"message_id\":12"));
    }

    @Test
    void aPictureThatIsReplacedUnderItsCaptionHasAnAnswerOfItsOwn() {
        one.collect(10, "blur");
        one.collect(11, "our holiday");
        one.collect(12, "contour");
        clock.advance(QUIET);
        look(one);
        for (int message : List.of(11, 12)) {
            String caption = message == 11 ? "our holiday" : "contour";
            for (int told = 0; told < 2; told++) {
                other.replace(message, "another" + message, caption);
                clock.advance(QUIET);
                assertThat(look(other)).isNull();
            }
        }

        assertThat(telegram.calls("sendMediaGroup")).hasSize(1);
        assertThat(telegram.calls("sendPhoto"))
                .satisfiesExactly(
                        first -> assertThat(first.body()).contains("blur", "\"message_id\":11"),
                        second -> assertThat(second.body()).contains("blur", "\"message_id\":12"));
    }

    /** The caption that is followed may be another picture's, or the one that was followed before. */
    @Test
    void aPictureThatIsReplacedTogetherWithItsCaptionHasAnAnswerToo() {
        one.collect(10, "blur");
        one.collect(11, null);
        clock.advance(QUIET);
        look(one);
        other.replace(11, "another", "what a day");
        clock.advance(QUIET);
        assertThat(look(other)).isNull();
        one.correct(10, "contour");
        other.replace(10, "one more", "blur");
        clock.advance(QUIET);
        assertThat(look(other)).isNull();

        assertThat(telegram.calls("sendMediaGroup")).hasSize(1);
        assertThat(telegram.calls("sendPhoto"))
                .satisfiesExactly(
                        first -> assertThat(first.body()).contains("blur", "\"message_id\":11"),
                        second -> assertThat(second.body()).contains("blur", "\"message_id\":10"));
    }

    @Test
    void aReplacedPictureOfAJoinedAlbumHasAllJoinedAgain() {
        one.collect(10, "concat");
        one.collect(12, null);
        clock.advance(QUIET);
        look(one);
        one.replace(10, "another", "concat");
        clock.advance(QUIET);
        look(one);

        assertThat(joined).containsExactly(List.of("f10", "f12"), List.of("another", "f12"));
    }

    @Test
    void aLatePictureOfAJoinedAlbumHasAllJoinedAgain() {
        one.collect(10, "concat");
        one.collect(12, null);
        clock.advance(QUIET);
        look(one);
        one.collect(11, null);
        clock.advance(QUIET);
        look(one);

        assertThat(joined).containsExactly(List.of("f10", "f12"), List.of("f10", "f11", "f12"));
    }

    @Test
    void anAlbumWithoutCaptionIsAnsweredOnceAndActedOnWhenACaptionCorrectsThat() {
        one.collect(10, null);
        other.collect(11, null);
        clock.advance(QUIET);
        look(one);
        assertThat(telegram.calls("sendMessage")).hasSize(1);

        other.correct(11, "contour");
        clock.advance(QUIET);
        look(other);
        other.correct(11, "contour");
        clock.advance(QUIET);
        assertThat(look(other)).isNull();

        assertThat(telegram.calls("sendMediaGroup")).hasSize(1);
        assertThat(telegram.calls("sendMessage")).hasSize(1);
    }

    @Test
    void whichOfTwoCaptionsIsNotFollowedIsSaid() {
        one.collect(10, "contour");
        one.collect(11, "rotate 90");
        clock.advance(QUIET);

        assertThat(look(one)).isNull();
        assertThat(telegram.calls("sendMediaGroup")).hasSize(1);
        assertThat(telegram.calls("sendMessage"))
                .singleElement()
                .satisfies(
                        call ->
                                assertThat(call.body())
                                        .contains("contour", "and not", "rotate 90"));
    }

    @Test
    void aMisspeltCaptionIsAnsweredWithWhatWasMeantOnce() {
        one.collect(10, null);
        one.collect(11, "contuor");
        clock.advance(QUIET);

        assertThat(look(one)).isNull();
        assertThat(telegram.calls("sendMessage"))
                .singleElement()
                .satisfies(call -> assertThat(call.body()).contains("contour"));
    }

    @Test
    void picturesThatCannotBeFilteredAreNamedInTheCaption() {
        filterService =
                (file, steps, to) ->
                        file.fileId().equals("f11")
                                ? _ -> "It is damaged."
                                : smallPicture(file, steps, to);
        one.collect(10, "blur");
        one.collect(11, null);
        one.collect(12, null);
        clock.advance(QUIET);

        assertThat(look(one)).isNull();
        assertThat(telegram.calls("sendMediaGroup").getFirst().body())
                .contains("Number 2: It is damaged.");
    }

    @Test
    void whatIsNoPictureIsToldBelowTheOthersInTheOneAnswer() {
        filterService =
                (file, steps, to) ->
                        file.isPicture()
                                ? smallPicture(file, steps, to)
                                : language -> ConversationReplies.noPicture(file, language);
        one.albums.collect(arrival(10, FileReference.to(Content.Kind.VIDEO), null, false));
        other.collect(11, "blur");
        one.albums.collect(
                arrival(12, new FileReference("f12", 7L, "f12", Content.Kind.PDF), null, false));
        clock.advance(QUIET);

        assertThat(look(one)).isNull();
        assertThat(telegram.calls("sendPhoto"))
                .singleElement()
                .satisfies(
                        call ->
                                assertThat(call.body())
                                        .contains(
                                                "blur",
                                                "Number 1: I cannot watch videos yet.",
                                                "Number 3: This is a PDF"));
        assertThat(telegram.calls("sendMessage")).isEmpty();
    }

    @Test
    void anAlbumOfVideosIsAnsweredOnceAndOnePictureBesideThemIsAskedAboutAlone() {
        one.albums.collect(arrival(10, FileReference.to(Content.Kind.VIDEO), null, false));
        one.albums.collect(arrival(11, FileReference.to(Content.Kind.VIDEO), "our film", false));
        clock.advance(QUIET);

        assertThat(look(one)).isNull();
        assertThat(telegram.calls("sendMessage"))
                .singleElement()
                .satisfies(call -> assertThat(call.body()).contains("I cannot watch videos yet."));

        telegram.forgetCalls();
        one.collect(12, "");
        one.albums.collect(arrival(11, FileReference.to(Content.Kind.VIDEO), "", true));
        clock.advance(QUIET);
        assertThat(look(one)).isNull();
        assertThat(telegram.calls("sendMessage"))
                .singleElement()
                .satisfies(
                        call ->
                                assertThat(call.body())
                                        .contains("A nice picture!", "\"message_id\":12")
                                        .doesNotContain("do:concat"));
    }

    @Test
    void whenNoneCanBeFilteredTheWordsComeAlone() {
        filterService = (file, steps, to) -> _ -> "It is damaged.";
        one.collect(10, "blur");
        one.collect(11, null);
        clock.advance(QUIET);

        assertThat(look(one)).isNull();
        assertThat(telegram.calls("sendMessage").getFirst().body())
                .contains("Numbers 1 and 2: It is damaged.");
    }

    @Test
    void anAlbumThatIsNoneIsNotJoined() {
        one.collect(10, "concat");
        clock.advance(QUIET);

        assertThat(look(one)).isNull();
        assertThat(telegram.calls("sendMessage").getFirst().body()).contains("this is only one");
    }

    /** What Telegram does not take now is the outbox's to try again; the album has its answer. */
    @Test
    void whatTelegramDoesNotTakeNowIsTheOutboxsToTryAgain() {
        telegram.tooManyRequests("sendMediaGroup", 7);
        one.collect(10, "blur");
        one.collect(11, null);
        clock.advance(QUIET);

        assertThat(look(one)).isNull();
        assertThat(look(other)).isNull();
        assertThat(open.all()).doesNotContain(id());
    }

    @Test
    void whatTelegramDoesNotTakeAsPhotosGoesAsFiles() {
        telegram.failNext("sendMediaGroup", 400, "Bad Request: PHOTO_INVALID_DIMENSIONS");
        one.collect(10, "blur");
        one.collect(11, null);
        clock.advance(QUIET);

        assertThat(look(one)).isNull();
        assertThat(telegram.calls("sendMediaGroup").getLast().body())
                .contains("\"type\":\"document\"");
    }

    @Test
    void aUserWhoBlockedTheBotIsNoFault() {
        telegram.failNext("sendMediaGroup", 403, "Forbidden: bot was blocked by the user");
        one.collect(10, "blur");
        one.collect(11, null);
        clock.advance(QUIET);

        assertThat(look(one)).isNull();
        assertThat(look(one)).isNull();
        assertThat(telegram.calls("sendMediaGroup")).hasSize(1);
    }

    @Test
    void anAlbumOnWhichTheBotStumblesEndsInWordsAfterFiveAttempts() {
        filterService =
                (file, steps, to) -> {
                    throw new IllegalStateException("a bug");
                };
        one.collect(10, "blur");
        clock.advance(QUIET);
        for (int attempt = 0; attempt < AlbumProcessor.MAX_ATTEMPTS; attempt++) {
            assertThat(look(one)).isNotNull();
            clock.advance(Duration.ofMillis(3001));
        }

        assertThat(look(one)).isNull();
        assertThat(telegram.calls("sendMessage"))
                .singleElement()
                .satisfies(call -> assertThat(call.body()).contains("Sorry").doesNotContain("bug"));
    }

    private @Nullable Instant look(Instance instance) {
        return instance.processor.check(id());
    }

    private String id() {
        return "album#" + TelegramClients.CREDENTIALS.token().botId() + '#' + CHAT + '#' + group;
    }

    private static void inParallel(List<Callable<@Nullable Instant>> calls) throws Exception {
        List<Future<@Nullable Instant>> results = new ArrayList<>();
        CountDownLatch start = new CountDownLatch(1);
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (Callable<@Nullable Instant> call : calls) {
                results.add(
                        threads.submit(
                                () -> {
                                    start.await();
                                    return call.call();
                                }));
            }
            start.countDown();
        }
        for (Future<@Nullable Instant> result : results) {
            result.get();
        }
    }

    private static long count(String part, String text) {
        return Pattern.compile(Pattern.quote(part)).matcher(text).results().count();
    }

    private AlbumIntake.Arrival arrival(int id, @Nullable String caption, boolean corrected) {
        return arrival(id, new FileReference("f" + id, null), caption, corrected);
    }

    private AlbumIntake.Arrival arrival(
            int id, FileReference file, @Nullable String caption, boolean corrected) {
        return new AlbumIntake.Arrival(
                CHAT,
                new Sender(Language.ENGLISH, false),
                null,
                new Action.Collect(id, group, file, caption, corrected));
    }

    private @Nullable LocalizedText smallPicture(
            FileReference file, List<FilterStep> steps, Path to) {
        write(to);
        return null;
    }

    private static void write(Path to) {
        try {
            Files.write(to, Drawn.jpeg());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A connection on which the answer to every first write is lost. */
    private record Repeating(DynamoDbClient client) implements DynamoDbClient {

        @Override
        public UpdateItemResponse updateItem(UpdateItemRequest request) {
            client.updateItem(request);
            return client.updateItem(request);
        }

        @Override
        public String serviceName() {
            return client.serviceName();
        }

        @Override
        public void close() {}
    }

    /** One of the bot's instances, which share nothing but the table. */
    private final class Instance {

        private final TelegramMessages api = TelegramClients.botApi(telegram.url());
        private final ConcatService concatService =
                (List<FileReference> files, Concat concat, Path to) -> {
                    joined.add(files.stream().map(FileReference::fileId).toList());
                    write(to);
                    return new ConcatService.ConcatResult(true, Map.of());
                };
        private final AlbumProcessor processor =
                new AlbumProcessor(
                        store,
                        open,
                        new AlbumActions(
                                api,
                                new AlbumEditor(
                                        (file, steps, to) -> filterService.edit(file, steps, to),
                                        concatService,
                                        outbox,
                                        Outboxes.pictures(TestSettings.of(telegram))),
                                order -> orders.add(order),
                                new ActionExecutor(
                                        api,
                                        outbox,
                                        Outboxes.pictures(TestSettings.of(telegram)),
                                        (chat, message, file, request) -> {
                                            throw new AssertionError("not words");
                                        },
                                        (file, steps, to) -> {
                                            throw new AssertionError("not words");
                                        },
                                        (wish, asker) -> {
                                            throw new AssertionError("not words");
                                        },
                                        new FormerChats(
                                                Aws.DYNAMO_DB, TestSettings.of(telegram), clock)),
                                botName()),
                        TestSettings.of(telegram),
                        clock);
        private final AlbumIntake albums =
                new AlbumCollector(
                        store,
                        open,
                        new AlbumScheduler(processor, open, clock),
                        TestSettings.of(telegram));

        void collect(int messageId, @Nullable String caption) {
            albums.collect(arrival(messageId, caption, false));
        }

        void replace(int messageId, String file, String caption) {
            albums.collect(arrival(messageId, new FileReference(file, null), caption, true));
        }

        void correct(int messageId, String caption) {
            albums.collect(arrival(messageId, caption, true));
        }
    }

    private static BotName botName() {
        BotName name = new BotName();
        name.becomes("polybot");
        return name;
    }
}
