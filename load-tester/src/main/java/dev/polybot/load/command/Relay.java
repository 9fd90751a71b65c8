package dev.polybot.load.command;

import dev.polybot.load.run.Answer;
import dev.polybot.load.run.Answers;

import org.jspecify.annotations.Nullable;

/** Hands answers on to a ledger whose clock starts only when the way in is open. What comes before that is nobody's. */
final class Relay implements Answers {

    private volatile @Nullable Answers ledger;

    void to(Answers started) {
        ledger = started;
    }

    @Override
    public void answered(int request, Answer answer) {
        Answers to = ledger;
        if (to != null) {
            to.answered(request, answer);
        }
    }

    @Override
    public void unasked(String what) {
        Answers to = ledger;
        if (to != null) {
            to.unasked(what);
        }
    }
}
