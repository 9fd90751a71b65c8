package dev.polybot.detector.inference;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.stream.IntStream;

class NonMaximumSuppressionTests {

    private static final Box HERE = new Box(0, 0, 100, 100);
    private static final Box NEARLY_HERE = new Box(5, 5, 105, 105);
    private static final Box THERE = new Box(300, 0, 400, 100);

    private final NonMaximumSuppression suppression = new NonMaximumSuppression(0.45f, 1, 1000);

    @Test
    void keepsTheMostConfidentOfBoxesOfTheSameThing() {
        Candidate weak = new Candidate(HERE, 0, 0.5f);
        Candidate strong = new Candidate(NEARLY_HERE, 0, 0.9f);

        assertThat(suppression.keep(List.of(weak, strong))).containsExactly(strong);
    }

    @Test
    void keepsBoxesOfDifferentClassesAtTheSamePlace() {
        Candidate person = new Candidate(HERE, 0, 0.5f);
        Candidate horse = new Candidate(HERE, 17, 0.9f);

        assertThat(suppression.keep(List.of(person, horse))).containsExactly(horse, person);
    }

    @Test
    void aModelMaySayThatBoxesOfDifferentClassesNearlyOnEachOtherAreOneThing() {
        NonMaximumSuppression across = new NonMaximumSuppression(0.45f, 0.8f, 1000);
        Candidate cat = new Candidate(HERE, 15, 0.9f);
        Candidate dog = new Candidate(NEARLY_HERE, 16, 0.4f);
        Candidate blanket = new Candidate(new Box(0, 0, 100, 140), 59, 0.3f);

        assertThat(across.keep(List.of(dog, cat, blanket))).containsExactly(cat, blanket);
    }

    @Test
    void keepsBoxesOfOneClassAtDifferentPlaces() {
        Candidate one = new Candidate(HERE, 0, 0.5f);
        Candidate other = new Candidate(THERE, 0, 0.9f);

        assertThat(suppression.keep(List.of(one, other))).containsExactly(other, one);
    }

    @Test
    void aBoxThatWasSuppressedSuppressesNone() {
        Candidate first = new Candidate(new Box(0, 0, 100, 100), 0, 0.9f);
        Candidate suppressed = new Candidate(new Box(30, 0, 130, 100), 0, 0.8f);
        Candidate third = new Candidate(new Box(60, 0, 160, 100), 0, 0.7f);

        assertThat(suppression.keep(List.of(first, suppressed, third)))
                .containsExactly(first, third);
    }

    @Test
    void keepsNoMoreThanTheMost() {
        List<Candidate> many =
                IntStream.range(0, 50)
                        .mapToObj(i -> new Candidate(new Box(i * 10, 0, i * 10 + 5, 5), 0, 0.5f))
                        .toList();

        assertThat(new NonMaximumSuppression(0.45f, 1, 20).keep(many)).hasSize(20);
    }

    @Test
    void boxesWithoutAreaDoNoHarm() {
        Candidate point = new Candidate(new Box(5, 5, 5, 5), 0, 0.9f);

        assertThat(suppression.keep(List.of(point, point))).hasSize(2);
    }
}
