package dev.polybot.load.run;

import dev.polybot.load.check.ConsistencyChecker;
import dev.polybot.load.check.Expectation;
import dev.polybot.load.check.ExpectationChecker;
import dev.polybot.load.check.Expectations;
import dev.polybot.load.check.Finding;
import dev.polybot.load.check.Verdict;
import dev.polybot.load.pictures.PictureFile;

import org.jspecify.annotations.Nullable;

/** Checks an answer: by what is expected of its picture, and by what was said of the same picture before. */
public final class AnswerChecker {

    /**
     * What came of it.
     *
     * @param score null where nothing is expected of the picture
     */
    record CheckResult(boolean right, @Nullable Double score, String words) {}

    private final Expectations expectations;
    private final ExpectationChecker checker;
    private final ConsistencyChecker consistency = new ConsistencyChecker();

    public AnswerChecker(Expectations expectations, ExpectationChecker checker) {
        this.expectations = expectations;
        this.checker = checker;
    }

    CheckResult of(PictureFile picture, Finding finding) {
        Expectation expected = expectations.of(picture);
        Verdict verdict = expected == null ? null : checker.check(expected, finding);
        Double score = verdict == null ? null : verdict.score();
        if (verdict != null && !verdict.right()) {
            return new CheckResult(false, score, verdict.words());
        }
        String fault = consistency.fault(picture.name(), finding);
        return fault == null
                ? new CheckResult(true, score, finding.inWords())
                : new CheckResult(false, score, fault);
    }
}
