package dev.polybot.load.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.Map;

class ExpectationCheckerTests {

    private static final Box DOG = new Box("dog", 0.1, 0.1, 0.5, 0.5);
    private static final Box CAT = new Box("cat", 0.1, 0.1, 0.5, 0.5);
    private static final Box DOG_BESIDE = new Box("dog", 0.3, 0.1, 0.7, 0.5);

    private final ExpectationChecker strict = new ExpectationChecker(1, 0.5);

    @Test
    void iouIsWhatBothShareOfWhatEitherHas() {
        assertThat(DOG.iou(DOG)).isEqualTo(1);
        assertThat(DOG.iou(DOG_BESIDE)).isCloseTo(1.0 / 3, within(1e-9));
        assertThat(DOG.iou(new Box("dog", 0.5, 0.5, 0.9, 0.9))).as("they only touch").isZero();
        assertThat(DOG.iou(new Box("dog", 0.2, 0.2, 0.2, 0.2))).as("an empty box").isZero();
    }

    @Test
    void boxesAreRightWhenEachIsFoundAndNoMore() {
        assertThat(boxes(List.of(DOG, CAT), List.of(CAT, DOG)).right()).isTrue();
        assertThat(boxes(List.of(), List.of()).right()).isTrue();
        assertThat(boxes(List.of(DOG), List.of(CAT)))
                .isEqualTo(new Verdict(false, 0, "1 missing, 1 extra, found 1 cat"));
        assertThat(boxes(List.of(DOG), List.of()).right()).isFalse();
        assertThat(boxes(List.of(), List.of(DOG)).right()).isFalse();
    }

    @Test
    void aBoxIsPairedOnce() {
        Verdict verdict = boxes(List.of(DOG), List.of(DOG, DOG));

        assertThat(verdict.right()).isFalse();
        assertThat(verdict.score()).isCloseTo(2.0 / 3, within(1e-9));
    }

    @Test
    void theBestPairsAreMadeFirst() {
        Box almost = new Box("dog", 0.11, 0.1, 0.51, 0.5);

        assertThat(
                        new ExpectationChecker(1, 0.2)
                                .check(expected(DOG_BESIDE, DOG), found(almost, DOG_BESIDE)))
                .isEqualTo(new Verdict(true, 1, ""));
    }

    @Test
    void howMuchOverlapIsAskedForDecides() {
        assertThat(new ExpectationChecker(1, 0.3).check(expected(DOG), found(DOG_BESIDE)).right())
                .isTrue();
        assertThat(new ExpectationChecker(1, 0.4).check(expected(DOG), found(DOG_BESIDE)).right())
                .isFalse();
    }

    @Test
    void aScoreMayBeEnough() {
        assertThat(new ExpectationChecker(0.6, 0.5).check(expected(DOG), found(DOG, CAT)).right())
                .isTrue();
        assertThat(new ExpectationChecker(0.7, 0.5).check(expected(DOG), found(DOG, CAT)).right())
                .isFalse();
    }

    @Test
    void countsAreComparedByClass() {
        Expectation expected = new Expectation.Counts(Map.of("dog", 2, "cat", 1));

        assertThat(strict.check(expected, found(DOG, CAT, DOG_BESIDE)).right()).isTrue();
        assertThat(strict.check(expected, counts(Map.of("dog", 2, "cat", 1))).right()).isTrue();
        assertThat(strict.check(expected, counts(Map.of("dog", 1, "cat", 2))).words())
                .isEqualTo("expected 1 cat, 2 dog, found 2 cat, 1 dog");
    }

    @Test
    void boxesAreHeldToCountsWhereAnswersHaveNoBoxes() {
        assertThat(strict.check(expected(DOG, DOG_BESIDE), counts(Map.of("dog", 2))).right())
                .isTrue();
        assertThat(strict.check(expected(DOG, DOG_BESIDE), counts(Map.of("dog", 1))).right())
                .isFalse();
    }

    @Test
    void oneNameIsTheMostConfidentThingsAndSeveralAreAll() {
        assertThat(strict.check(expected(DOG, CAT), names("cat")).right()).isTrue();
        assertThat(strict.check(expected(DOG, CAT), names("dog", "cat")).right()).isTrue();
        assertThat(strict.check(expected(DOG, CAT), names("dog", "cow")).right()).isFalse();
        assertThat(strict.check(expected(DOG, CAT), names("cow")).right()).isFalse();
        assertThat(strict.check(expected(DOG), names()).right()).isFalse();
        assertThat(strict.check(expected(), names()).right()).isTrue();
    }

    @Test
    void theMainClassIsTheMostConfidentOne() {
        Expectation dog = new Expectation.MainClass("Dog");

        assertThat(strict.check(dog, found(DOG, CAT)).right()).isTrue();
        assertThat(strict.check(dog, found(CAT, DOG)).right()).isFalse();
        assertThat(strict.check(dog, names("dog")).right()).isTrue();
        assertThat(strict.check(dog, counts(Map.of("cat", 3, "dog", 1))).right()).isTrue();
        assertThat(strict.check(new Expectation.MainClass(""), found()).right()).isTrue();
        assertThat(strict.check(new Expectation.MainClass(""), found(DOG)).right()).isFalse();
    }

    @Test
    void answersToOnePictureMustBeAlike() {
        ConsistencyChecker consistency = new ConsistencyChecker();

        assertThat(consistency.fault("a", found(DOG))).isNull();
        assertThat(consistency.fault("a", found(new Box("dog", 0.1, 0.1, 0.501, 0.5)))).isNull();
        assertThat(consistency.fault("b", found(CAT))).isNull();
        assertThat(consistency.fault("a", found(CAT)))
                .isEqualTo("found 1 cat, but 1 dog in the same picture before");
        assertThat(consistency.fault("c", found())).isNull();
        assertThat(consistency.fault("c", found(DOG))).isNotNull();
    }

    private Verdict boxes(List<Box> expected, List<Box> found) {
        return strict.check(new Expectation.Boxes(expected), new Finding.Boxes(found));
    }

    private static Expectation expected(Box... boxes) {
        return new Expectation.Boxes(List.of(boxes));
    }

    private static Finding found(Box... boxes) {
        return new Finding.Boxes(List.of(boxes));
    }

    private static Finding counts(Map<String, Integer> counts) {
        return new Finding.Counts(counts);
    }

    private static Finding names(String... names) {
        return new Finding.Classes(List.of(names));
    }
}
