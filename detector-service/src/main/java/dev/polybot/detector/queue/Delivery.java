package dev.polybot.detector.queue;

import java.time.Duration;

/** One receipt of a queue message. */
interface Delivery {

    String messageId();

    String body();

    /** How often the message has been received, this time included. */
    int receiveCount();

    /** Hides the message from others for so long from now on; zero shows it again at once. */
    void hideFor(Duration time);

    /** Removes the message from its queue for good; returns when it is removed. */
    void acknowledge();
}
