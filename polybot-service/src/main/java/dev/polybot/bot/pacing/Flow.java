package dev.polybot.bot.pacing;

/**
 * What the bot says in all chats together.
 *
 * @param tat its theoretical arrival time
 * @param heldUntil Telegram wants nothing from the bot before that
 * @param toldIn the chat in which Telegram said last that it wants to be left alone; empty for none
 * @param toldUntil for how long
 */
record Flow(long tat, long heldUntil, String toldIn, long toldUntil) {

    static final Flow EMPTY = new Flow(0, 0, "", 0);

    /** When so many messages may go out. */
    long earliest(Rate rate, long now, int messages) {
        return rate.earliest(Math.max(now, heldUntil), tat, messages);
    }

    Flow booked(Rate rate, long at, int messages) {
        return new Flow(rate.after(at, tat, messages), heldUntil, toldIn, toldUntil);
    }

    /**
     * Telegram wants to be left alone and does not say whether by this chat or by the whole bot. Told so in two chats at a
     * time, it is the bot.
     */
    Flow told(String chat, long until, long now) {
        boolean inAnother = !toldIn.isEmpty() && !toldIn.equals(chat) && toldUntil > now;
        long held = inAnother ? Math.max(heldUntil, Math.max(until, toldUntil)) : heldUntil;
        return new Flow(tat, held, chat, until);
    }
}
