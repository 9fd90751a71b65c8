package dev.polybot.endtoend.chaos;

/** Something that somebody asks of the system, and how to tell whether it was answered. */
interface Job {

    /** Asks for it. When this fails it is called again, until it does not. */
    void ask() throws Exception;

    /** What has been said so far. */
    Heard hear() throws Exception;

    /** Its kind and where to look for it. */
    @Override
    String toString();
}
