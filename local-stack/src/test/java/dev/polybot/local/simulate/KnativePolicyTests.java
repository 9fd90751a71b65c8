package dev.polybot.local.simulate;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class KnativePolicyTests {

    private final KnativePolicy policy = new KnativePolicy(2);

    @Test
    void followsTheAverageOfAMinute() {
        look(30, 14, 10);

        assertThat(wanted(14, 10)).isEqualTo(10);
        assertThat(look(30, 0, 10)).isZero();
    }

    @Test
    void panicsWhenTwiceAsManyAreNeededAndDoesNotShrinkForAMinute() {
        look(30, 2, 2);

        assertThat(wanted(60, 2)).isGreaterThan(10);
        int most = wanted(60, 2);
        assertThat(look(28, 0, 40)).as("within the minute").isGreaterThanOrEqualTo(most);
        assertThat(look(40, 0, 40)).as("after it").isZero();
    }

    private int look(int times, int inSystem, int ready) {
        int wanted = 0;
        for (int i = 0; i < times; i++) {
            wanted = wanted(inSystem, ready);
        }
        return wanted;
    }

    private int wanted(int inSystem, int ready) {
        return policy.wanted(new Policy.Seen(inSystem, 0, ready, ready, 0));
    }
}
