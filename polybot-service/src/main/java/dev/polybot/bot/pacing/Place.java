package dev.polybot.bot.pacing;

/**
 * A message's place in the line of its chat.
 *
 * @param ticket what the message is known by when it comes back
 * @param holder the thread that waits for it or sends it; {@link #AWAY} while the message waits in a queue
 * @param until milliseconds; after that it has lost its place, because whoever held it is gone
 */
record Place(String ticket, String holder, int messages, long until) {

    static final String AWAY = "";

    boolean isAway() {
        return holder.equals(AWAY);
    }

    Place heldBy(String other, long untilThen) {
        return new Place(ticket, other, messages, untilThen);
    }
}
