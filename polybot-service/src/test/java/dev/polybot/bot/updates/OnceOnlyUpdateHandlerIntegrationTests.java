package dev.polybot.bot.updates;

import static org.assertj.core.api.Assertions.assertThat;

import dev.polybot.bot.actions.ActionExecutor;
import dev.polybot.bot.actions.BotName;
import dev.polybot.bot.actions.FilterService;
import dev.polybot.bot.actions.PixelBudgetExhaustedException;
import dev.polybot.bot.albums.AlbumIntake;
import dev.polybot.bot.conversation.ButtonPress;
import dev.polybot.bot.conversation.CallbackData;
import dev.polybot.bot.conversation.Content;
import dev.polybot.bot.conversation.ConversationReplies;
import dev.polybot.bot.conversation.FileReference;
import dev.polybot.bot.conversation.IncomingMessage;
import dev.polybot.bot.conversation.RepliedTo;
import dev.polybot.bot.conversation.Sender;
import dev.polybot.bot.filters.FilterStep;
import dev.polybot.bot.language.Language;
import dev.polybot.bot.language.LocalizedText;
import dev.polybot.bot.outbox.Outbox;
import dev.polybot.bot.outbox.Outboxes;
import dev.polybot.bot.outbox.OutgoingMessage;
import dev.polybot.bot.predictions.FollowUpActions;
import dev.polybot.bot.predictions.FormerChats;
import dev.polybot.bot.predictions.PredictionRequest;
import dev.polybot.bot.predictions.Submitter;
import dev.polybot.bot.storage.LeaseTerms;
import dev.polybot.bot.storage.Leases;
import dev.polybot.bot.telegram.TelegramClients;
import dev.polybot.bot.telegram.TelegramMessages;
import dev.polybot.bot.testing.Aws;
import dev.polybot.bot.testing.FakeTelegram;
import dev.polybot.bot.testing.TestClock;
import dev.polybot.bot.testing.TestSettings;
import dev.polybot.pictures.testing.Drawn;

import io.awspring.cloud.sqs.operations.MessagingOperationFailedException;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.DynamoDbException;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ThreadLocalRandom;

class OnceOnlyUpdateHandlerIntegrationTests {

    private static final UpdateHandler.Result HANDLED = new UpdateHandler.Result.Handled();
    private static final UpdateHandler.Result REPEAT = new UpdateHandler.Result.Repeat(null);

    private final FakeTelegram telegram = new FakeTelegram();
    private final TestClock clock = new TestClock();
    private final List<AlbumIntake.Arrival> collected = new ArrayList<>();
    private AlbumIntake albums = collected::add;
    private FollowUpActions followUps = (callback, asker) -> callback + " of " + asker.chatId();
    private final Outbox outbox =
            Outboxes.direct(telegram.url(), TestSettings.of(telegram), clock, List.of());
    private final UpdateHandler oneInstance = instance(Aws.DYNAMO_DB, this::accept);
    private final UpdateHandler otherInstance = instance(Aws.DYNAMO_DB, this::accept);
    private final IncomingUpdate update = text("Good morning");

    @AfterEach
    void stop() {
        telegram.close();
    }

    @Test
    void anUpdateToldAgainHasItsEffectOnce() {
        assertThat(oneInstance.handle(update)).isEqualTo(HANDLED);
        assertThat(oneInstance.handle(update)).isEqualTo(HANDLED);
        assertThat(otherInstance.handle(update)).isEqualTo(HANDLED);

        assertThat(telegram.calls("sendMessage")).hasSize(1);
    }

    @Test
    void anUpdateToldToBothInstancesAtOnceHasItsEffectOnce() throws Exception {
        List<Future<UpdateHandler.Result>> verdicts = new ArrayList<>();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            CountDownLatch start = new CountDownLatch(1);
            for (int i = 0; i < 16; i++) {
                UpdateHandler instance = i % 2 == 0 ? oneInstance : otherInstance;
                Callable<UpdateHandler.Result> telling =
                        () -> {
                            start.await();
                            return instance.handle(update);
                        };
                verdicts.add(threads.submit(telling));
            }
            start.countDown();
        }

        assertThat(telegram.calls("sendMessage")).hasSize(1);
        assertThat(verdicts).extracting(Future::get).contains(HANDLED).isSubsetOf(HANDLED, REPEAT);
    }

    @Test
    void theClaimOfAnInstanceThatDiedIsTakenOver() {
        String table = TestSettings.of(telegram).storage().stateTable();
        new Leases(Aws.DYNAMO_DB, clock)
                .take(
                        LeaseTerms.once(
                                table,
                                id(update),
                                clock.instant(),
                                OnceOnlyUpdateHandler.RETENTION));

        assertThat(otherInstance.handle(update)).isEqualTo(REPEAT);
        clock.advance(Duration.ofSeconds(31));
        assertThat(otherInstance.handle(update)).isEqualTo(HANDLED);

        assertThat(telegram.calls("sendMessage")).hasSize(1);
    }

    /** DynamoDB removes expired items late: what counts is the time that is written in them. */
    @Test
    void daysLaterTheNumberMayBeAnotherUpdates() {
        List<OutgoingMessage> put = new ArrayList<>();
        UpdateHandler instance =
                instance(Aws.DYNAMO_DB, this::accept, this::smallPicture, put::add);
        instance.handle(update);
        clock.advance(OnceOnlyUpdateHandler.RETENTION.plusSeconds(2));
        instance.handle(update);

        assertThat(put).hasSize(2);
    }

    /** What Telegram does not take now is the outbox's to try again; the update has had its effect. */
    @Test
    void whatTelegramRefusesForNowIsNotAskedOfTelegramAgain() {
        telegram.tooManyRequests("sendMessage", 3);

        assertThat(oneInstance.handle(update)).isEqualTo(HANDLED);
        assertThat(otherInstance.handle(update)).isEqualTo(HANDLED);
        assertThat(telegram.calls("sendMessage")).hasSize(1);
    }

    @Test
    void whatCannotBePutIntoTheOutboxIsToldAgainForAsLongAsThatLasts() {
        UpdateHandler instance =
                instance(
                        Aws.DYNAMO_DB,
                        this::accept,
                        this::smallPicture,
                        message -> {
                            throw new MessagingOperationFailedException(
                                    "not sent",
                                    "polybot-outbox.fifo",
                                    new CompletionException(SdkClientException.create("away")));
                        });

        for (int i = 0; i <= OnceOnlyUpdateHandler.MAX_ATTEMPTS; i++) {
            assertThat(instance.handle(update)).isEqualTo(REPEAT);
        }
        assertThat(oneInstance.handle(update)).isEqualTo(HANDLED);
        assertThat(telegram.calls("sendMessage")).hasSize(1);
    }

    @Test
    void aUserWhoBlockedTheBotIsNoFault() {
        telegram.failNext("sendMessage", 403, "Forbidden: bot was blocked by the user");

        assertThat(oneInstance.handle(update)).isEqualTo(HANDLED);
        assertThat(oneInstance.handle(update)).isEqualTo(HANDLED);
        assertThat(telegram.calls("sendMessage")).hasSize(1);
    }

    @Test
    void withoutTheStoreTelegramIsAskedToRepeat() {
        DynamoDbClient gone =
                DynamoDbClient.builder()
                        .endpointOverride(URI.create("http://127.0.0.1:1"))
                        .region(Aws.DYNAMO_DB.serviceClientConfiguration().region())
                        .credentialsProvider(
                                Aws.DYNAMO_DB.serviceClientConfiguration().credentialsProvider())
                        .build();

        assertThat(instance(gone, this::accept).handle(update)).isEqualTo(REPEAT);
        assertThat(telegram.calls("sendMessage")).isEmpty();
    }

    /** Told again, it would be refused again, and Telegram would tell nothing else before it. */
    @Test
    void whatTheStoreRefusesForItsContentIsGivenUp() {
        IncomingUpdate tooLong =
                update(
                        new Content.Picture(
                                new FileReference("file", null, "u".repeat(5000), null),
                                "predict",
                                null));

        assertThat(oneInstance.handle(tooLong)).isEqualTo(HANDLED);
    }

    @Test
    void anAlbumThatTheStoreRefusesForItsContentIsGivenUp() {
        albums =
                arrival -> {
                    throw DynamoDbException.builder()
                            .statusCode(400)
                            .awsErrorDetails(
                                    AwsErrorDetails.builder()
                                            .errorCode("ValidationException")
                                            .build())
                            .build();
                };

        assertThat(instance(Aws.DYNAMO_DB, this::accept).handle(ofAlbum("predict")))
                .isEqualTo(HANDLED);
    }

    @Test
    void aMessageOnWhichTheBotStumblesEndsInWordsAfterFiveAttempts() {
        UpdateHandler stumbling =
                instance(
                        Aws.DYNAMO_DB,
                        (chat, message, file, options) -> {
                            throw new IllegalStateException("a bug");
                        });
        IncomingUpdate picture = picture();
        for (int attempt = 1; attempt < OnceOnlyUpdateHandler.MAX_ATTEMPTS; attempt++) {
            assertThat(stumbling.handle(picture)).isEqualTo(REPEAT);
        }
        assertThat(telegram.calls("sendMessage")).isEmpty();

        assertThat(stumbling.handle(picture)).isEqualTo(HANDLED);
        assertThat(telegram.calls("sendMessage"))
                .singleElement()
                .satisfies(call -> assertThat(call.body()).contains("Sorry").doesNotContain("bug"));
    }

    @Test
    void aPictureThatIsTooLargeIsAnsweredInWords() {
        UpdateHandler instance =
                instance(
                        Aws.DYNAMO_DB,
                        (chat, message, file, options) -> ConversationReplies::fileTooLarge);

        assertThat(instance.handle(picture())).isEqualTo(HANDLED);
        assertThat(telegram.calls("sendMessage").getFirst().body()).contains("20 MB");
    }

    @Test
    void withoutRoomForAPictureTelegramIsAskedToRepeatForAsLongAsThatLasts() {
        UpdateHandler busy =
                instance(
                        Aws.DYNAMO_DB,
                        this::accept,
                        (file, steps, to) -> {
                            throw new PixelBudgetExhaustedException();
                        });
        IncomingUpdate blur = picture("blur");

        for (int attempt = 0; attempt < OnceOnlyUpdateHandler.MAX_ATTEMPTS + 2; attempt++) {
            assertThat(busy.handle(blur))
                    .isEqualTo(new UpdateHandler.Result.Repeat(Duration.ofSeconds(2)));
        }
        assertThat(telegram.calls("sendMessage")).isEmpty();

        assertThat(oneInstance.handle(blur)).isEqualTo(HANDLED);
        assertThat(telegram.calls("sendPhoto")).hasSize(1);
    }

    @Test
    void aPictureToldAgainIsFilteredOnce() {
        IncomingUpdate blur = picture("blur 10");
        assertThat(oneInstance.handle(blur)).isEqualTo(HANDLED);
        assertThat(otherInstance.handle(blur)).isEqualTo(HANDLED);

        assertThat(telegram.calls("sendPhoto"))
                .singleElement()
                .satisfies(
                        call ->
                                assertThat(call.body())
                                        .contains(
                                                "blur 10",
                                                "\"message_id\":" + message(blur),
                                                "photo.jpg"));
    }

    @Test
    void aPictureThatCannotBeFilteredIsAnsweredInWords() {
        UpdateHandler instance =
                instance(Aws.DYNAMO_DB, this::accept, (file, steps, to) -> _ -> "It is damaged.");

        IncomingUpdate blur = picture("blur");
        assertThat(instance.handle(blur)).isEqualTo(HANDLED);
        assertThat(telegram.calls("sendMessage").getFirst().body())
                .contains("It is damaged.", "\"message_id\":" + message(blur));
    }

    /** Telegram tells of edits that leave the caption as it was, such as a reaction or a link's preview. */
    @Test
    void anEditedCaptionIsActedOnOnceForEachThingThatItAsksFor() {
        int message = number();
        oneInstance.handle(captioned(message, false, "blur 10"));
        otherInstance.handle(captioned(message, true, "Blur 10"));
        oneInstance.handle(captioned(message, true, "/blur 10"));
        assertThat(telegram.calls("sendPhoto")).hasSize(1);

        otherInstance.handle(captioned(message, true, "contour"));
        oneInstance.handle(captioned(message, true, "contour"));
        otherInstance.handle(captioned(message, true, "blur 10"));
        assertThat(telegram.calls("sendPhoto")).hasSize(2);

        oneInstance.handle(captioned(number(), false, "blur 10"));
        assertThat(telegram.calls("sendPhoto")).hasSize(3);
    }

    @Test
    void aPhotoThatIsReplacedUnderTheSameCaptionIsANewQuestion() {
        int message = number();
        oneInstance.handle(captioned(message, false, "blur 10"));
        otherInstance.handle(captioned(message, true, "blur 10", "another"));
        oneInstance.handle(captioned(message, true, "blur 10", "another"));

        assertThat(telegram.calls("sendPhoto")).hasSize(2);
    }

    @Test
    void aPressedButtonFiltersThePhotoItIsAboutAndIsAnswered() {
        RepliedTo photo =
                new RepliedTo(
                        5, null, new Content.Picture(new FileReference("file", null), null, null));
        assertThat(oneInstance.handle(press("do:blur 10", photo))).isEqualTo(HANDLED);

        assertThat(telegram.calls("sendPhoto").getFirst().body())
                .contains("blur 10", "\"message_id\":5");
        assertThat(telegram.calls("answerCallbackQuery")).hasSize(1);
    }

    @Test
    void aPressForWhatWasAnsweredLongAgoIsToldSo() {
        Submitter answered =
                new Submitter() {
                    @Override
                    public @Nullable LocalizedText submit(
                            long chatId,
                            int messageId,
                            FileReference file,
                            PredictionRequest request) {
                        throw new AssertionError("asked twice");
                    }

                    @Override
                    public boolean hasAnswered(
                            long chatId, int messageId, PredictionRequest request) {
                        return messageId == 5;
                    }
                };
        RepliedTo photo =
                new RepliedTo(
                        5, null, new Content.Picture(new FileReference("file", null), null, null));

        assertThat(instance(Aws.DYNAMO_DB, answered).handle(press("do:predict", photo)))
                .isEqualTo(HANDLED);

        assertThat(telegram.calls("answerCallbackQuery").getFirst().body())
                .contains("You have that answer already");
    }

    @ParameterizedTest
    @ValueSource(strings = {"do:blur", "nonsense", "boxes:../x", ""})
    void aStrangeOrStalePressIsAnsweredWithAWordAndNothingElse(String data) {
        assertThat(oneInstance.handle(press(data, null))).isEqualTo(HANDLED);

        assertThat(telegram.calls("answerCallbackQuery"))
                .singleElement()
                .satisfies(call -> assertThat(call.body()).contains("\"text\":\"I "));
        assertThat(telegram.calls("sendMessage")).isEmpty();
    }

    @Test
    void aPressThatTelegramFindsTooOldIsNoFault() {
        telegram.failNext("answerCallbackQuery", 400, "Bad Request: query is too old");

        assertThat(oneInstance.handle(press("help:blur", null))).isEqualTo(HANDLED);
        assertThat(telegram.calls("editMessageText")).hasSize(1);
    }

    @Test
    void aPageThatCannotBeTurnedNowIsTurnedWhenTelegramRepeatsThePress() {
        telegram.tooManyRequests("editMessageText", 3);
        IncomingUpdate press = press("help:", null);

        assertThat(oneInstance.handle(press))
                .isEqualTo(new UpdateHandler.Result.Repeat(Duration.ofSeconds(3)));
        assertThat(telegram.calls("answerCallbackQuery")).isEmpty();
        assertThat(otherInstance.handle(press)).isEqualTo(HANDLED);
        assertThat(telegram.calls("answerCallbackQuery")).hasSize(1);
    }

    @Test
    void inAGroupTheAnswerShowsWhomItAnswers() {
        oneInstance.handle(
                new IncomingUpdate(
                        number(),
                        new IncomingMessage(
                                -42,
                                7,
                                new Sender(Language.of("de"), true),
                                false,
                                null,
                                new Content.Text("/start"))));

        assertThat(telegram.calls("sendMessage").getFirst().body())
                .contains("Hallo!", "\"message_id\":7");
    }

    /** A picture is in its album once, however often it is put there; so no claim may keep it out for a while. */
    @Test
    void aPictureOfAnAlbumIsCollectedWheneverItIsTold() {
        UpdateHandler instance = instance(Aws.DYNAMO_DB, this::accept);

        assertThat(instance.handle(ofAlbum("blur"))).isEqualTo(HANDLED);
        assertThat(instance.handle(ofAlbum("blur"))).isEqualTo(HANDLED);
        assertThat(collected).hasSize(2);
        assertThat(telegram.calls("sendPhoto")).isEmpty();
    }

    @Test
    void aPictureWhoseAlbumCannotBeStoredIsToldAgain() {
        albums =
                arrival -> {
                    throw SdkClientException.create("the table is away");
                };

        assertThat(instance(Aws.DYNAMO_DB, this::accept).handle(ofAlbum("blur"))).isEqualTo(REPEAT);
    }

    @Test
    void aButtonBelowTheQuestionAboutAnAlbumIsANewCaptionForAllOfIt() {
        Content.Picture picture =
                new Content.Picture(new FileReference("file", null), null, "album");
        IncomingUpdate press = press("do:concat", new RepliedTo(5, null, picture));

        assertThat(instance(Aws.DYNAMO_DB, this::accept).handle(press)).isEqualTo(HANDLED);
        assertThat(collected)
                .singleElement()
                .satisfies(
                        arrival -> {
                            assertThat(arrival.part().messageId()).isEqualTo(5);
                            assertThat(arrival.part().caption()).isEqualTo("concat");
                            assertThat(arrival.part().corrected()).isTrue();
                        });
        assertThat(telegram.calls("answerCallbackQuery")).hasSize(1);
    }

    @Test
    void aRepeatedPressBelowAnAlbumIsToldWhetherItsAnswerIsToCome() {
        RepliedTo photo =
                new RepliedTo(
                        5,
                        null,
                        new Content.Picture(new FileReference("file", null), null, "album"));
        instance(Aws.DYNAMO_DB, this::accept).handle(press("do:concat", photo));
        albums = collected::contains;
        instance(Aws.DYNAMO_DB, this::accept).handle(press("do:rotate", photo));

        assertThat(telegram.calls("answerCallbackQuery"))
                .satisfiesExactly(
                        toCome -> assertThat(toCome.body()).contains("I am looking"),
                        here -> assertThat(here.body()).contains("You have that answer already"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"boxes:", "original:", "show:"})
    void aButtonPressedTwiceAtOnceHasItsEffectOnceAndAMinuteLaterAgain(String kind) {
        String data = kind + number();
        List<CallbackData.Recalled> done = new ArrayList<>();
        followUps =
                (callback, asker) -> {
                    done.add(callback);
                    return null;
                };
        UpdateHandler instance = instance(Aws.DYNAMO_DB, this::accept);

        assertThat(instance.handle(press(data, null))).isEqualTo(HANDLED);
        assertThat(instance.handle(press(data, null))).isEqualTo(HANDLED);
        assertThat(done).hasSize(1);
        assertThat(telegram.calls("answerCallbackQuery"))
                .satisfiesExactly(
                        first -> assertThat(first.body()).doesNotContain("text"),
                        second ->
                                assertThat(second.body()).contains("You have that answer already"));

        clock.advance(Duration.ofSeconds(62));
        instance.handle(press(data, null));
        assertThat(done).hasSize(2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"do:contour", "do:blur 8"})
    void aFilterButtonPressedTwiceAtOnceIsAnsweredOnceWhoeverPressesAndAMinuteLaterAgain(
            String data) {
        RepliedTo photo =
                new RepliedTo(
                        number(),
                        null,
                        new Content.Picture(new FileReference("file", null), null, null));
        int message = number();

        oneInstance.handle(press(message, Language.ENGLISH, data, photo));
        otherInstance.handle(press(message, Language.of("de"), data, photo));
        assertThat(answers()).isEqualTo(1);
        assertThat(telegram.calls("answerCallbackQuery").getLast().body())
                .contains("Diese Antwort hast du schon");

        clock.advance(Duration.ofSeconds(62));
        oneInstance.handle(press(message, Language.ENGLISH, data, photo));
        assertThat(answers()).isEqualTo(2);
    }

    /** Whoever gave up waiting may ask again at once: only an answer is given once. */
    @Test
    void aSearchByAButtonIsAskedForAnewWheneverThatIsPressed() {
        List<FileReference> asked = new ArrayList<>();
        UpdateHandler instance =
                instance(
                        Aws.DYNAMO_DB,
                        (chat, message, file, options) -> {
                            asked.add(file);
                            return null;
                        });
        RepliedTo photo =
                new RepliedTo(
                        number(),
                        null,
                        new Content.Picture(new FileReference("file", null), null, null));
        int message = number();

        instance.handle(press(message, Language.ENGLISH, "do:predict", photo));
        instance.handle(press(message, Language.ENGLISH, "do:predict", photo));
        assertThat(asked).hasSize(2);
    }

    private int answers() {
        return telegram.calls("sendPhoto").size() + telegram.calls("sendMessage").size();
    }

    @Test
    void aTextThatIsCorrectedToACommandIsAnsweredOnce() {
        int message = number();
        oneInstance.handle(worded(message, false, "/hlep"));
        otherInstance.handle(worded(message, true, "/help"));
        oneInstance.handle(worded(message, true, "/help"));
        assertThat(telegram.calls("sendMessage")).hasSize(2);

        int other = number();
        oneInstance.handle(worded(other, false, "/help blur"));
        otherInstance.handle(worded(other, true, "/help blur"));
        assertThat(telegram.calls("sendMessage")).hasSize(3);
    }

    private static IncomingUpdate worded(int messageId, boolean edited, String text) {
        return new IncomingUpdate(
                number(),
                new IncomingMessage(
                        42,
                        messageId,
                        new Sender(Language.ENGLISH, false),
                        edited,
                        null,
                        new Content.Text(text)));
    }

    private static IncomingUpdate ofAlbum(String caption) {
        return new IncomingUpdate(
                number(),
                new IncomingMessage(
                        42,
                        7,
                        new Sender(Language.ENGLISH, false),
                        false,
                        null,
                        new Content.Picture(new FileReference("file", null), caption, "album")));
    }

    private @Nullable LocalizedText accept(
            long chatId, int messageId, FileReference file, PredictionRequest request) {
        return null;
    }

    private @Nullable LocalizedText smallPicture(
            FileReference file, List<FilterStep> steps, Path to) {
        try {
            Files.write(to, Drawn.jpeg());
            return null;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private UpdateHandler instance(DynamoDbClient dynamoDb, Submitter submitter) {
        return instance(dynamoDb, submitter, this::smallPicture);
    }

    private UpdateHandler instance(
            DynamoDbClient dynamoDb, Submitter submitter, FilterService filterService) {
        return instance(dynamoDb, submitter, filterService, message -> outbox.put(message));
    }

    private UpdateHandler instance(
            DynamoDbClient dynamoDb,
            Submitter submitter,
            FilterService filterService,
            Outbox outbox) {
        TelegramMessages api = TelegramClients.botApi(telegram.url());
        return new OnceOnlyUpdateHandler(
                new Leases(dynamoDb, clock),
                new ActionExecutor(
                        api,
                        outbox,
                        Outboxes.pictures(TestSettings.of(telegram)),
                        submitter,
                        filterService,
                        followUps,
                        new FormerChats(dynamoDb, TestSettings.of(telegram), clock)),
                albums,
                new BotName(),
                TelegramClients.CREDENTIALS,
                TestSettings.of(telegram),
                clock);
    }

    private static String id(IncomingUpdate update) {
        return "update#" + TelegramClients.CREDENTIALS.token().botId() + '#' + update.id();
    }

    private static IncomingUpdate text(String text) {
        return update(new Content.Text(text));
    }

    private static IncomingUpdate picture() {
        return picture("predict");
    }

    private static IncomingUpdate picture(String caption) {
        return captioned(number(), false, caption);
    }

    private static IncomingUpdate captioned(int messageId, boolean edited, String caption) {
        return captioned(messageId, edited, caption, "file");
    }

    private static IncomingUpdate captioned(
            int messageId, boolean edited, String caption, String file) {
        return new IncomingUpdate(
                number(),
                new IncomingMessage(
                        42,
                        messageId,
                        new Sender(Language.ENGLISH, false),
                        edited,
                        null,
                        new Content.Picture(new FileReference(file, null), caption, null)));
    }

    private static int message(IncomingUpdate update) {
        return update.incoming().messageId();
    }

    private static IncomingUpdate press(String data, RepliedTo about) {
        return press(7, Language.ENGLISH, data, about);
    }

    private static IncomingUpdate press(
            int message, Language language, String data, RepliedTo about) {
        return new IncomingUpdate(
                number(),
                new ButtonPress("q", 42, message, new Sender(language, false), about, data));
    }

    private static int number() {
        return ThreadLocalRandom.current().nextInt(Integer.MAX_VALUE);
    }

    private static IncomingUpdate update(Content content) {
        return new IncomingUpdate(
                ThreadLocalRandom.current().nextInt(Integer.MAX_VALUE),
                new IncomingMessage(
                        42, 7, new Sender(Language.ENGLISH, false), false, null, content));
    }
}
