package dev.polybot.endtoend.chaos;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** What counts must count: a broken promise must not look like a kept one. */
class ScoreTests {

    private static final Duration MOMENT = Duration.ofMillis(300);

    @Test
    void everythingAnsweredOnceAndRightlyIsAPromiseKept() throws Exception {
        Score score = score(Heard.right(0), List.of());

        assertThat(score.isKept()).isTrue();
        assertThat(score.right()).isEqualTo(score.jobs()).isEqualTo(2);
    }

    @Test
    void whatIsNeverAnsweredIsLost() throws Exception {
        Score score = score(Heard.NOTHING, List.of());

        assertThat(score.lost()).isEqualTo(1);
        assertThat(score.isKept()).isFalse();
    }

    @Test
    void aWrongAnswerIsNoneAndBeingToldToSendItAgainIsNeither() throws Exception {
        Score wrong = score(Heard.wrong(0, "a dog"), List.of());
        Score gaveUp = score(Heard.wrong(0, "I tried several times to look at this"), List.of());

        assertThat(wrong.wrong()).isEqualTo(2);
        assertThat(wrong.isKept()).isFalse();
        assertThat(gaveUp.gaveUp()).isEqualTo(2);
        assertThat(gaveUp.isKept()).isTrue();
    }

    @Test
    void anApologyIsGivingUpWhereFiveBotsDiedMeanwhileAndWrongElsewhere() throws Exception {
        Heard apology = Heard.wrong(0, "Sorry, something went wrong on my side with your message.");

        assertThat(apology.verdictAfter(5)).isEqualTo(Heard.Verdict.GAVE_UP);
        assertThat(apology.verdictAfter(4)).isEqualTo(Heard.Verdict.WRONG);
        assertThat(Heard.wrong(0, "a dog").verdictAfter(5)).isEqualTo(Heard.Verdict.WRONG);
        assertThat(score(apology, List.of(Instant.now().minusSeconds(60))).isKept()).isFalse();
    }

    @Test
    void aSecondAnswerIsExcusedOnlyWhereSomethingWasHarmedAtThatMoment() throws Exception {
        Score near = score(Heard.right(1), List.of(Instant.now()));
        Score far = score(Heard.right(1), List.of(Instant.now().minusSeconds(60)));

        assertThat(near.doubles()).isEqualTo(2);
        assertThat(near.isKept()).isTrue();
        assertThat(far.doubles()).isEqualTo(2);
        assertThat(far.isKept()).isFalse();
    }

    @Test
    void aNoticeThatIsLeftOverIsExcusedWhereSomethingWasHarmedWhenItWasSaid() throws Exception {
        Instant said = Instant.now().minusSeconds(60);

        assertThat(score(Heard.right(1).withNotice(said), List.of(said)).isKept()).isTrue();
        assertThat(score(Heard.right(1).withNotice(said), List.of(said.plusSeconds(20))).isKept())
                .isFalse();
    }

    @Test
    void withoutAnyJobNothingWasShown() {
        assertThat(Score.none("broke off").isKept()).isFalse();
    }

    /** Of two jobs of which this is heard; whoever waits for an answer asks for nothing more. */
    private static Score score(Heard heard, List<Instant> harms) throws InterruptedException {
        try (Load load = new Load(number -> new Told(heard), 1, 2)) {
            load.awaitAnswers(MOMENT);
            return Score.of(load.outcome(), harms, "");
        }
    }

    private record Told(Heard heard) implements Job {

        @Override
        public void ask() {
            // It is answered, or not, whatever is asked.
        }

        @Override
        public Heard hear() {
            return heard;
        }
    }
}
