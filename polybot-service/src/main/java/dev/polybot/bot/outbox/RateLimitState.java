package dev.polybot.bot.outbox;

/**
 * The state of one rate limit: a chat's, or that of the whole bot. All times are epoch milliseconds.
 *
 * @param tat its theoretical arrival time
 * @param heldUntil Telegram wants nothing before that
 * @param toldIn the chat in which Telegram said last that it wants to be left alone; empty for none
 * @param toldUntil for how long
 * @param goneAt when Telegram said last that there is no such chat, or that the bot has no place in it; 0 for never
 */
record RateLimitState(long tat, long heldUntil, String toldIn, long toldUntil, long goneAt) {

    static final RateLimitState UNUSED = new RateLimitState(0, 0, "", 0, 0);

    /** When so many messages may go out. */
    long earliest(Rate rate, long now, int messages) {
        return rate.earliest(Math.max(now, heldUntil), tat, messages);
    }

    RateLimitState booked(Rate rate, long at, int messages) {
        return new RateLimitState(
                rate.after(at, tat, messages), heldUntil, toldIn, toldUntil, goneAt);
    }

    RateLimitState heldUntil(long until) {
        return new RateLimitState(tat, Math.max(heldUntil, until), toldIn, toldUntil, goneAt);
    }

    RateLimitState goneAt(long when) {
        return new RateLimitState(tat, heldUntil, toldIn, toldUntil, Math.max(goneAt, when));
    }

    /**
     * Telegram wants to be left alone and does not say whether by this chat or by the whole bot. Told so in two chats at a
     * time, it is the bot.
     */
    RateLimitState told(String chat, long until, long now) {
        boolean inAnother = !toldIn.isEmpty() && !toldIn.equals(chat) && toldUntil > now;
        long held = inAnother ? Math.max(heldUntil, Math.max(until, toldUntil)) : heldUntil;
        return new RateLimitState(tat, held, chat, until, goneAt);
    }
}
