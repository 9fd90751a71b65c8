package dev.polybot.bot.updates;

/** The answer to an attempt at taking an update. */
sealed interface Claim {

    /**
     * It is the asker's to act on.
     *
     * @param holder what the claim is known by
     * @param attempt how many times it has been taken, this one included
     */
    record Granted(String holder, int attempt) implements Claim {}

    /** It has had its effect. */
    record AlreadyDone() implements Claim {}

    /** Somebody else is acting on it. */
    record HeldElsewhere() implements Claim {}
}
