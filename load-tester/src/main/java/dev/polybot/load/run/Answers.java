package dev.polybot.load.run;

/** Takes the answers of a run, from any thread. */
public interface Answers {

    /** An answer is there now. A second one to the same request is counted as such. */
    void answered(int request, Answer answer);

    /** Something came that nobody asked for. */
    void unasked(String what);
}
