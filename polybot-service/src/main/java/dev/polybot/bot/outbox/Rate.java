package dev.polybot.bot.outbox;

/**
 * A rate, limited by the generic cell rate algorithm: each message moves the <em>theoretical arrival time</em> (TAT) on by
 * the interval, and a message is in time when that lies no more than the burst ahead of it. In any span of time no more go
 * out than the span has intervals, and the burst on top.
 *
 * @param interval milliseconds from one message to the next, in the long run
 * @param burst how many may go out at once after a quiet time
 */
record Rate(long interval, int burst) {

    /** The interval and the burst together use up just what is allowed in a span of time, a part of it at once. */
    static Rate within(long span, int allowed, int atOnce) {
        int steady = Math.max(1, allowed - atOnce);
        return new Rate(Math.ceilDiv(span, steady), atOnce);
    }

    /**
     * When so many messages may go out together. More than the burst wait until they fit in the limit as well.
     *
     * @param now milliseconds
     * @param tat as messages before have left it
     */
    long earliest(long now, long tat, int messages) {
        return Math.max(now, tat + (messages - burst) * interval);
    }

    /** The theoretical arrival time after so many messages. */
    long after(long sent, long tat, int messages) {
        return Math.max(sent, tat) + messages * interval;
    }
}
