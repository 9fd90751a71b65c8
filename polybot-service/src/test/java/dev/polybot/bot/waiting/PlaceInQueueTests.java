package dev.polybot.bot.waiting;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;

class PlaceInQueueTests {

    @Test
    void othersWhoComeBehindMakeNoPlaceWorse() {
        PlaceInQueue place = PlaceInQueue.UNKNOWN.among(OptionalInt.of(7));

        assertThat(place.among(OptionalInt.of(40)).number()).isEqualTo(7);
        assertThat(place.among(OptionalInt.of(4)).among(OptionalInt.of(40)).number()).isEqualTo(4);
    }

    @Test
    void whenNobodyCountsThePlaceStaysWhatItWas() {
        assertThat(PlaceInQueue.UNKNOWN.among(OptionalInt.empty()).isKnown()).isFalse();
        assertThat(new PlaceInQueue(3).among(OptionalInt.empty()).number()).isEqualTo(3);
    }

    @Test
    void whoWaitsForADetectorThatHasItIsTheNext() {
        assertThat(PlaceInQueue.UNKNOWN.among(OptionalInt.of(0)).number()).isEqualTo(1);
    }

    @Test
    void ofAHundredPlacesTenAreTold() {
        List<Integer> told = new ArrayList<>();
        PlaceInQueue last = PlaceInQueue.UNKNOWN;
        for (int waiting = 100; waiting >= 0; waiting--) {
            PlaceInQueue now = last.among(OptionalInt.of(waiting));
            if (now.isNewsAfter(last)) {
                told.add(now.number());
                last = now;
            }
        }
        assertThat(told).containsExactly(100, 88, 54, 33, 20, 12, 7, 4, 2, 1);
    }
}
