package dev.polybot.detector.inference;

import java.util.List;

/** How a network lays out the boxes that it finds. */
interface OutputLayout {

    /** The boxes that are surer than the threshold. */
    List<Candidate> candidates(NetworkOutput output, float threshold);

    /** Whether the network has already kept one box a thing. */
    default boolean isSuppressed() {
        return false;
    }

    /** As people call it. */
    String label();
}
