package dev.polybot.bot.pacing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.polybot.bot.testing.TestClock;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** Two instances that share what they know, on a clock that waiting moves on. */
class PacingTests {

    private final TestClock clock = new TestClock();
    private final Memory shared = Memory.local(PacingLimits.of(new PacingSettings(30, 1, 20)));
    private final Pacing one = Paces.of(shared, clock);
    private final Pacing other = Paces.of(shared, clock);
    private final long start = clock.millis();

    @Test
    void aShortBurstGoesOutAtOnceAndThenOneASecond() {
        List<Long> sent = new ArrayList<>();
        for (int i = 0; i < 6; i++) {
            sent.add(send(i % 2 == 0 ? one : other, Outgoing.to("42", i)));
        }

        assertThat(sent).containsExactly(0L, 0L, 0L, 1000L, 2000L, 3000L);
    }

    @Test
    void aGroupGetsFiveAtOnceAndThenOneEveryFourSeconds() {
        List<Long> sent = new ArrayList<>();
        for (int i = 0; i < 7; i++) {
            sent.add(send(one, Outgoing.to("-42", null)));
        }

        assertThat(sent).containsExactly(0L, 0L, 0L, 0L, 0L, 4000L, 8000L);
    }

    @Test
    void aBusyChatDoesNotHoldUpTheOthers() {
        assertThat(send(one, Outgoing.album("42", 1, 10))).isZero();
        assertThatExceptionOfType(TooBusyException.class)
                .isThrownBy(() -> one.turn(Outgoing.to("42", 2)).awaitRoom());

        assertThat(send(one, Outgoing.to("43", 2))).isLessThan(1000);
    }

    @Test
    void manyChatsShareWhatTheBotMaySay() {
        List<Long> sent = new ArrayList<>();
        for (int chat = 0; chat < 55; chat++) {
            sent.add(send(chat % 2 == 0 ? one : other, Outgoing.to("chat" + chat, null)));
        }

        assertThat(sent.getLast()).isEqualTo(2000);
    }

    @Test
    void whatCannotGoOutSoonIsToldWhenToComeBackAndKeepsItsPlace() {
        send(one, Outgoing.album("42", 1, 10));

        assertThatExceptionOfType(TooBusyException.class)
                .isThrownBy(() -> one.turn(Outgoing.to("42", 2)))
                .satisfies(e -> assertThat(e.retryAfter()).isEqualTo(Duration.ofSeconds(6)));
        assertThatExceptionOfType(TooBusyException.class)
                .isThrownBy(() -> other.turn(Outgoing.to("42", 3)))
                .satisfies(e -> assertThat(e.retryAfter()).isEqualTo(Duration.ofSeconds(7)));

        clock.advance(Duration.ofSeconds(8));
        assertThatExceptionOfType(TooBusyException.class)
                .as("the second does not overtake the first")
                .isThrownBy(() -> one.turn(Outgoing.to("42", 3)));
        assertThat(send(other, Outgoing.to("42", 2))).isGreaterThanOrEqualTo(8000);
        assertThat(send(one, Outgoing.to("42", 3))).isGreaterThanOrEqualTo(8000);
    }

    @Test
    void oneThatFailedIsNotOvertakenWhileItComesBack() {
        try (Turn turn = one.turn(Outgoing.to("42", 1))) {
            turn.awaitRoom();
            while (turn.mayRetry(null)) {
                turn.awaitRoom();
            }
        }
        long gaveUp = clock.millis();

        assertThatExceptionOfType(TooBusyException.class)
                .isThrownBy(() -> other.turn(Outgoing.to("42", 2)));
        assertThat(send(one, Outgoing.to("42", 1)) + start).isGreaterThanOrEqualTo(gaveUp);
        assertThat(send(other, Outgoing.to("42", 2))).isGreaterThan(0);
    }

    @Test
    void oneThatNeverComesBackIsPassedBy() {
        try (Turn turn = one.turn(Outgoing.to("42", 1))) {
            turn.awaitRoom();
            while (turn.mayRetry(null)) {
                turn.awaitRoom();
            }
        }
        clock.advance(Duration.ofSeconds(20));

        assertThat(send(other, Outgoing.to("42", 2))).isGreaterThan(0);
    }

    @Test
    void theChatOfAnInstanceThatDiedGoesOnWhenItsTimeIsUp() {
        one.turn(Outgoing.to("42", 1)).awaitRoom();

        assertThatExceptionOfType(TooBusyException.class)
                .isThrownBy(() -> other.turn(Outgoing.to("42", 2)));
        clock.advance(Duration.ofSeconds(45));
        assertThat(send(other, Outgoing.to("42", 2))).isGreaterThan(45_000);
    }

    @Test
    void retriesWaitLongerEachTimeAndEnd() {
        List<Long> attempts = new ArrayList<>();
        try (Turn turn = one.turn(Outgoing.to("42", 1))) {
            do {
                turn.awaitRoom();
                attempts.add(clock.millis() - start);
            } while (turn.mayRetry(null));
        }

        assertThat(attempts).containsExactly(0L, 500L, 1500L, 3500L, 7500L);
    }

    @Test
    void whenTelegramWantsToBeLeftAloneTheChatWaitsOnBothInstances() {
        try (Turn turn = one.turn(Outgoing.to("42", 1))) {
            turn.awaitRoom();
            assertThat(turn.mayRetry(Duration.ofSeconds(3))).isTrue();
            turn.awaitRoom();
            assertThat(clock.millis() - start).isEqualTo(3100);
        }
        try (Turn turn = one.turn(Outgoing.to("42", 2))) {
            turn.awaitRoom();
            assertThat(turn.mayRetry(Duration.ofSeconds(60))).isFalse();
        }

        assertThatExceptionOfType(TooBusyException.class)
                .isThrownBy(() -> other.turn(Outgoing.to("42", 3)))
                .satisfies(e -> assertThat(e.retryAfter()).isGreaterThan(Duration.ofSeconds(55)));
        assertThat(send(other, Outgoing.to("43", 1))).isLessThan(10_000);
    }

    @Test
    void toldSoInTwoChatsTheWholeBotWaits() {
        for (String chat : List.of("42", "43")) {
            try (Turn turn = one.turn(Outgoing.to(chat, 1))) {
                turn.awaitRoom();
                assertThat(turn.mayRetry(Duration.ofSeconds(30))).isFalse();
            }
        }

        assertThatExceptionOfType(TooBusyException.class)
                .isThrownBy(() -> other.turn(Outgoing.to("44", 1)).awaitRoom());
        assertThat(other.hasRoom("44")).isFalse();
        clock.advance(Duration.ofSeconds(30));
        assertThat(send(other, Outgoing.to("44", 1))).isGreaterThan(30_000);
    }

    @Test
    void courtesiesGoOutOnlyWhereThereIsRoom() {
        assertThat(one.hasRoom("42")).isTrue();

        try (Turn turn = one.turn(Outgoing.to("42", 1))) {
            assertThat(one.hasRoom("42")).isFalse();
            turn.awaitRoom();
        }

        assertThat(one.hasRoom("42")).isTrue();
    }

    @Test
    void withoutWhatTheInstancesShareEachKeepsToHalf() {
        Memory lost = new Memory(new Lost<>(), new Lost<>(), shared.limits());
        Pacing alone = Paces.of(lost, clock);

        List<Long> sent = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            sent.add(send(alone, Outgoing.to("42", i)));
        }

        assertThat(sent).containsExactly(0L, 2000L, 4000L, 6000L);
    }

    private long send(Pacing pacing, Outgoing message) {
        try (Turn turn = pacing.turn(message)) {
            turn.awaitRoom();
            return clock.millis() - start;
        }
    }

    private record Lost<S>() implements Register<S> {

        @Override
        public S read(String key) {
            throw new RegisterLostException("The table is gone");
        }

        @Override
        public @Nullable S seen(String key) {
            return null;
        }

        @Override
        public <R> R change(String key, Function<S, Changed<S, R>> change) {
            throw new RegisterLostException("The table is gone");
        }
    }
}
