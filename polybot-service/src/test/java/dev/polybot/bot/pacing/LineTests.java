package dev.polybot.bot.pacing;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class LineTests {

    private static final Rate RATE = new Rate(1000, 3);
    private static final long NOW = 1_000_000;

    @Test
    void whoComesFirstIsFirst() {
        Line line = Line.EMPTY.entered(place("a", 1), NOW).entered(place("b", 1), NOW);

        assertThat(line.isFirst("a", NOW)).isTrue();
        assertThat(line.isFirst("b", NOW)).isFalse();
        assertThat(line.left("a").isFirst("b", NOW)).isTrue();
    }

    @Test
    void aMessageThatWentAwayFindsItsPlaceAgain() {
        Line line =
                Line.EMPTY
                        .entered(place("a", 1), NOW)
                        .entered(place("b", 1), NOW)
                        .steppedAway("a", NOW + 500);

        assertThat(line.isFirst("b", NOW)).as("while a may still come back").isFalse();

        Line back = line.entered(new Place("ticket-a", "a again", 1, NOW + 9000), NOW + 400);
        assertThat(back.isFirst("a again", NOW + 400)).isTrue();
        assertThat(back.length(NOW + 400)).isEqualTo(2);
    }

    @Test
    void whoIsGoneForTooLongIsPassedBy() {
        Line line =
                Line.EMPTY
                        .entered(place("a", 1), NOW)
                        .entered(place("b", 1), NOW)
                        .steppedAway("a", NOW + 500);

        assertThat(line.isFirst("b", NOW + 500)).isTrue();
        assertThat(line.entered(place("a", 1), NOW + 500).isFirst("b", NOW + 500)).isTrue();
    }

    @Test
    void theSameAnswerTwiceAtATimeHasTwoPlaces() {
        Line line =
                Line.EMPTY
                        .entered(new Place("reply-7", "one", 1, NOW + 9000), NOW)
                        .entered(new Place("reply-7", "two", 1, NOW + 9000), NOW);

        assertThat(line.length(NOW)).isEqualTo(2);
    }

    @Test
    void aTurnIsForetoldFromWhatIsAhead() {
        Line line =
                new Line(java.util.List.of(), NOW + 2000, 0)
                        .entered(place("a", 1), NOW)
                        .entered(place("b", 10), NOW)
                        .entered(place("c", 1), NOW);

        assertThat(line.turnOf("a", RATE, NOW)).isEqualTo(NOW);
        assertThat(line.turnOf("b", RATE, NOW)).isEqualTo(NOW + 10_000);
        assertThat(line.turnOf("c", RATE, NOW)).isEqualTo(NOW + 18_000);
        assertThat(line.turnOf("stranger", RATE, NOW)).isEqualTo(NOW + 19_000);
    }

    @Test
    void whatTelegramHoldsBackWaits() {
        Line line = Line.EMPTY.after(0, NOW + 7000).entered(place("a", 1), NOW);

        assertThat(line.turnOf("a", RATE, NOW)).isEqualTo(NOW + 7000);
        assertThat(line.after(0, NOW + 1000).heldUntil()).isEqualTo(NOW + 7000);
    }

    private static Place place(String holder, int messages) {
        return new Place("ticket-" + holder, holder, messages, NOW + 60_000);
    }
}
