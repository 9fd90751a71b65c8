package dev.polybot.load.command;

import dev.polybot.load.run.Answer;
import dev.polybot.load.run.Answers;

import org.jspecify.annotations.Nullable;

/** Hands answers on to a log whose clock starts only when the way in is open. What comes before that is nobody's. */
final class GatedAnswers implements Answers {

    private volatile @Nullable Answers log;

    void to(Answers started) {
        log = started;
    }

    @Override
    public void answered(int request, Answer answer) {
        Answers to = log;
        if (to != null) {
            to.answered(request, answer);
        }
    }

    @Override
    public void unasked(String what) {
        Answers to = log;
        if (to != null) {
            to.unasked(what);
        }
    }
}
