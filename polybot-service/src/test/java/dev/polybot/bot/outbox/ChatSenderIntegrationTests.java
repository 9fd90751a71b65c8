package dev.polybot.bot.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import dev.polybot.bot.outbox.ChatSender.Received;
import dev.polybot.bot.outbox.ChatSender.Step;
import dev.polybot.bot.settings.BotSettings;
import dev.polybot.bot.settings.RateSettings;
import dev.polybot.bot.storage.Lease;
import dev.polybot.bot.storage.LeaseTerms;
import dev.polybot.bot.testing.FakeTelegram;
import dev.polybot.bot.testing.Jpegs;
import dev.polybot.bot.testing.TestClock;
import dev.polybot.bot.testing.TestSettings;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;

/** What waits for a chat, said by two instances that share the tables alone. */
class ChatSenderIntegrationTests {

    private static final SendingRates LIMITS = SendingRates.of(new RateSettings(30, 1, 20));

    @TempDir private static Path folder;
    private static Path picture;

    private final FakeTelegram telegram = new FakeTelegram();
    private final BotSettings settings = TestSettings.of(telegram);
    private final TestClock clock = new TestClock();
    private final Photos photos = new Photos();
    private final ChatSender delivery =
            Outboxes.delivery(telegram.url(), settings, clock, List.of(photos), LIMITS);
    private final String run = UUID.randomUUID().toString();

    @BeforeAll
    static void draw() throws Exception {
        picture = Files.write(folder.resolve("picture.jpg"), Jpegs.of(64, 48));
    }

    @AfterEach
    void stop() {
        telegram.close();
    }

    @Test
    void aMessageIsSaidOnceHoweverOftenItComesOutOfTheQueue() {
        List<Received> one = texts(1);

        assertThat(delivery.first(one)).isEqualTo(Step.done(1));
        assertThat(delivery.first(one)).isEqualTo(Step.done(1));
        assertThat(telegram.calls("sendMessage")).hasSize(1);
    }

    @Test
    void afterAFewAtOnceAChatRestsForAsLongAsItsLimitSays() {
        List<Received> texts = texts(5);
        for (int i = 0; i < 3; i++) {
            assertThat(delivery.first(texts.subList(i, 5))).isEqualTo(Step.done(1));
        }

        assertThat(delivery.first(texts.subList(3, 5)))
                .isEqualTo(Step.later(Duration.ofSeconds(1)));
        clock.advance(Duration.ofSeconds(1));
        assertThat(delivery.first(texts.subList(3, 5))).isEqualTo(Step.done(1));
        assertThat(delivery.first(texts.subList(4, 5)))
                .isEqualTo(Step.later(Duration.ofSeconds(1)));
    }

    @Test
    void whileTelegramWantsToBeLeftAloneTheChatRestsAndNothingIsTried() {
        telegram.tooManyRequests("sendMessage", 33);
        List<Received> texts = texts(2);

        assertThat(delivery.first(texts)).isEqualTo(Step.later(Duration.ofSeconds(33)));
        assertThat(delivery.first(texts))
                .isEqualTo(Step.later(Duration.ofSeconds(33).plusMillis(100)));
        assertThat(telegram.calls("sendMessage")).hasSize(1);

        clock.advance(Duration.ofSeconds(34));
        assertThat(delivery.first(texts)).isEqualTo(Step.done(1));
    }

    @Test
    void whatFailsIsTriedAgainLaterAndLater() {
        for (int i = 0; i < 2; i++) {
            telegram.failNext("sendMessage", 500, "Internal Server Error");
        }
        Received first = texts(1).getFirst();

        assertThat(delivery.first(List.of(first))).isEqualTo(Step.later(Duration.ofSeconds(1)));
        clock.advance(Duration.ofSeconds(2));
        assertThat(delivery.first(List.of(new Received(first.message(), first.putAt(), 3))))
                .isEqualTo(Step.later(Duration.ofSeconds(4)));
        clock.advance(Duration.ofSeconds(5));
        assertThat(delivery.first(List.of(first))).isEqualTo(Step.done(1));
    }

    @Test
    void whatWaitsForAChatThatIsNotThereIsSettledWithoutAskingAgain() {
        telegram.failNext("sendMessage", 400, "Bad Request: chat not found");
        List<Received> texts = texts(10);
        clock.advance(Duration.ofSeconds(1));

        for (int i = 0; i < 10; i++) {
            assertThat(delivery.first(texts.subList(i, 10))).isEqualTo(Step.done(1));
        }
        assertThat(telegram.calls("sendMessage")).hasSize(1);

        clock.advance(Duration.ofSeconds(1));
        assertThat(delivery.first(List.of(text("later", "Back again")))).isEqualTo(Step.done(1));
        assertThat(telegram.calls("sendMessage")).hasSize(2);
    }

    @Test
    void whatWaitsForAGroupGoesToTheSupergroupThatItBecame() {
        List<OutgoingMessage> moved = new ArrayList<>();
        ChatSender following =
                Outboxes.delivery(
                        telegram.url(), settings, clock, List.of(photos), LIMITS, moved::add);
        telegram.hasMoved("sendMessage", -1001234567890L);

        assertThat(following.first(texts(2))).isEqualTo(Step.done(1));
        assertThat(moved).hasSize(1);
        assertThat(moved.getFirst().chatId()).isEqualTo("-1001234567890");
        assertThat(moved.getFirst().replyTo()).as("a message of the group").isNull();

        Received again = new Received(moved.getFirst(), clock.instant(), 1);
        assertThat(following.first(List.of(again))).isEqualTo(Step.done(1));
        assertThat(telegram.calls("sendMessage"))
                .last()
                .satisfies(call -> assertThat(call.body()).contains("-1001234567890"));
    }

    /** A call of Telegram's takes 50 MB; what one took is not sent again because the next failed. */
    @Test
    void picturesForWhichACallHasNoRoomAreAMessageOfTheirOwn() throws Exception {
        List<OutgoingMessage> more = new ArrayList<>();
        ChatSender largeAlbums =
                Outboxes.delivery(
                        telegram.url(), settings, clock, List.of(photos), LIMITS, more::add);
        Path large =
                Files.write(folder.resolve("large.jpg"), Arrays.copyOf(Jpegs.of(8, 8), 9_000_000));
        Received album = received("album", 7, pictures(Collections.nCopies(6, large)));

        assertThat(largeAlbums.first(List.of(album))).isEqualTo(Step.done(1));
        assertThat(more).hasSize(1);
        Received rest = new Received(more.getFirst(), clock.instant(), 1);
        telegram.failNext("sendPhoto", 500, "Internal Server Error");
        clock.advance(Duration.ofMinutes(1));
        assertThat(largeAlbums.first(List.of(rest)).settled()).isZero();
        clock.advance(Duration.ofMinutes(1));
        assertThat(largeAlbums.first(List.of(album))).isEqualTo(Step.done(1));
        clock.advance(Duration.ofMinutes(1));
        assertThat(largeAlbums.first(List.of(rest))).isEqualTo(Step.done(1));

        assertThat(more).hasSize(1);
        assertThat(telegram.calls("sendMediaGroup"))
                .singleElement()
                .satisfies(call -> assertThat(call.body()).contains("the caption"));
        assertThat(telegram.calls("sendPhoto"))
                .last()
                .satisfies(call -> assertThat(call.body()).doesNotContain("the caption"));
    }

    @Test
    void ofPhotosThatGoTogetherThoseThatFitOneCallGo() throws Exception {
        Path large =
                Files.write(folder.resolve("large.jpg"), Arrays.copyOf(Jpegs.of(8, 8), 9_000_000));
        photos.kept = Outboxes.pictures(settings).upload("42", run, List.of(large));

        assertThat(delivery.first(photos(7, null))).isEqualTo(Step.done(5));
        assertThat(photos.sent).hasSize(5);
    }

    @Test
    void manyPhotosThatAnswerNothingGoAsOneAlbumWithTheirOwnWords() {
        assertThat(delivery.first(photos(10, null))).isEqualTo(Step.done(10));

        assertThat(telegram.calls("sendMediaGroup"))
                .singleElement()
                .satisfies(
                        call ->
                                assertThat(call.body())
                                        .contains("\"caption\":\"photo 0\"")
                                        .contains("\"caption\":\"photo 9\""));
        assertThat(photos.sent).hasSize(10).doesNotHaveDuplicates();
    }

    @Test
    void fewPhotosAndThoseThatAnswerAMessageGoOneByOne() {
        assertThat(delivery.first(photos(3, null))).isEqualTo(Step.done(1));
        assertThat(delivery.first(photos(10, 7))).isEqualTo(Step.done(1));
        assertThat(telegram.calls("sendMediaGroup")).isEmpty();
        assertThat(telegram.calls("sendPhoto")).hasSize(2);
    }

    @Test
    void ofPhotosThatGoTogetherThoseThatWereSentAreLeftOut() {
        List<Received> photos = photos(5, null);
        assertThat(delivery.first(photos.subList(4, 5))).isEqualTo(Step.done(1));
        clock.advance(Duration.ofSeconds(30));

        assertThat(delivery.first(photos)).isEqualTo(Step.done(4));
        clock.advance(Duration.ofSeconds(30));
        assertThat(delivery.first(photos.subList(4, 5))).isEqualTo(Step.done(1));
        assertThat(this.photos.sent).hasSize(5).doesNotHaveDuplicates();
    }

    /** Stopped for a minute between taking the message and sending it, as by SIGSTOP. */
    @Test
    void whoSleptBeyondItsLeaseLooksAgainAndDoesNotSend() {
        List<Received> photo = photos(1, 7);
        ChatSender other =
                Outboxes.delivery(telegram.url(), settings, clock, List.of(photos), LIMITS);
        photos.meanwhile =
                () -> {
                    photos.meanwhile = () -> {};
                    clock.advance(Duration.ofSeconds(31));
                    assertThat(other.first(photo)).isEqualTo(Step.done(1));
                };

        assertThat(delivery.first(photo).settled()).isZero();
        assertThat(telegram.calls("sendPhoto")).hasSize(1);
        assertThat(delivery.first(photo)).isEqualTo(Step.done(1));
        assertThat(telegram.calls("sendPhoto")).hasSize(1);
    }

    @Test
    void noAttemptIsLostWhileTheDiskIsFull() {
        List<Received> photo = photos(1, 7);
        photos.meanwhile =
                () -> {
                    throw new UncheckedIOException(new IOException("No space left on device"));
                };
        for (int i = 0; i < 2 * ChatSender.MAX_ATTEMPTS; i++) {
            assertThat(delivery.first(photo).settled()).isZero();
            clock.advance(Duration.ofMinutes(1));
        }

        photos.meanwhile = () -> {};

        assertThat(delivery.first(photo)).isEqualTo(Step.done(1));
        assertThat(telegram.calls("sendPhoto")).hasSize(1);
        assertThat(telegram.calls("sendMessage")).isEmpty();
    }

    private List<Received> texts(int count) {
        return IntStream.range(0, count).mapToObj(i -> text("text " + i, "Hello " + i)).toList();
    }

    private Received text(String cause, String words) {
        return received(cause, null, OutgoingMessage.Text.of(words));
    }

    private OutgoingMessage.Pictures pictures(List<Path> files) {
        return OutgoingMessage.Pictures.of(
                Outboxes.pictures(settings).upload("42", run, files),
                "x.jpg",
                "the caption",
                "gone");
    }

    private List<Received> photos(int count, @Nullable Integer replyTo) {
        return IntStream.range(0, count)
                .mapToObj(
                        i ->
                                received(
                                        replyTo + " photo " + i,
                                        replyTo,
                                        new OutgoingMessage.Answer("photo " + i, true)))
                .toList();
    }

    private Received received(
            String cause, @Nullable Integer replyTo, OutgoingMessage.Content content) {
        return new Received(
                new OutgoingMessage("42", replyTo, run + cause, content), clock.instant(), 1);
    }

    /** Photos that need no prediction. */
    private final class Photos implements Delivery {

        private final List<String> sent = new ArrayList<>();
        private List<OutgoingMessage.Picture> kept =
                Outboxes.pictures(settings)
                        .upload("42", UUID.randomUUID().toString(), List.of(picture));
        private Runnable meanwhile = () -> {};

        @Override
        public boolean takes(OutgoingMessage.Content content) {
            return content instanceof OutgoingMessage.Answer;
        }

        @Override
        public LeaseTerms lease(OutgoingMessage message) {
            return new PlainDelivery(settings, clock).lease(message);
        }

        @Override
        public OutgoingMessage.Ready render(
                OutgoingMessage message, Map<String, AttributeValue> item) {
            meanwhile.run();
            String said = ((OutgoingMessage.Answer) message.content()).predictionId();
            return OutgoingMessage.Pictures.of(kept, "p.jpg", said, said);
        }

        @Override
        public void sent(OutgoingMessage message, Lease lease, List<Integer> messageIds) {
            sent.add(message.cause());
            new PlainDelivery(settings, clock).sent(message, lease, messageIds);
        }

        @Override
        public void undeliverable(OutgoingMessage message, Lease lease) {
            sent(message, lease, List.of());
        }
    }
}
