package dev.polybot.load.run;

import dev.polybot.load.check.Consistency;
import dev.polybot.load.check.Expectation;
import dev.polybot.load.check.Expectations;
import dev.polybot.load.check.Finding;
import dev.polybot.load.check.Judge;
import dev.polybot.load.check.Verdict;
import dev.polybot.load.pictures.PictureFile;

import org.jspecify.annotations.Nullable;

/** What is thought of an answer: by what is expected of its picture, and by what was said of the same picture before. */
public final class Opinion {

    /**
     * A thought.
     *
     * @param score null where nothing is expected of the picture
     */
    record Thought(boolean right, @Nullable Double score, String words) {}

    private final Expectations expectations;
    private final Judge judge;
    private final Consistency consistency = new Consistency();

    public Opinion(Expectations expectations, Judge judge) {
        this.expectations = expectations;
        this.judge = judge;
    }

    Thought of(PictureFile picture, Finding finding) {
        Expectation expected = expectations.of(picture);
        Verdict verdict = expected == null ? null : judge.judge(expected, finding);
        Double score = verdict == null ? null : verdict.score();
        if (verdict != null && !verdict.right()) {
            return new Thought(false, score, verdict.words());
        }
        String fault = consistency.fault(picture.name(), finding);
        return fault == null
                ? new Thought(true, score, finding.inWords())
                : new Thought(false, score, fault);
    }
}
