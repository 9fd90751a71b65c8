package dev.polybot.bot.pacing;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;

/**
 * What is to be said in a chat, in its order. Only the first is on its way to Telegram, and it stays first however often
 * it must be tried, so that nothing overtakes it.
 *
 * @param places from the first to the last
 * @param tat the chat's theoretical arrival time
 * @param heldUntil Telegram wants nothing in this chat before that
 */
record Line(List<Place> places, long tat, long heldUntil) {

    static final Line EMPTY = new Line(List.of(), 0, 0);

    Line {
        places = List.copyOf(places);
    }

    /** The line with this place in it: where the message was before it went away, else at the end. */
    Line entered(Place place, long now) {
        List<Place> next = new ArrayList<>(alive(now));
        int before = awayWith(place.ticket(), next);
        if (before >= 0) {
            next.set(before, place);
        } else {
            next.add(place);
        }
        return with(next);
    }

    boolean keepsPlaceOf(String ticket, long now) {
        return awayWith(ticket, alive(now)) >= 0;
    }

    boolean has(String holder, long now) {
        return alive(now).stream().anyMatch(place -> place.holder().equals(holder));
    }

    boolean isFirst(String holder, long now) {
        Place first = first(now);
        return first != null && first.holder().equals(holder);
    }

    @Nullable Place first(long now) {
        List<Place> alive = alive(now);
        return alive.isEmpty() ? null : alive.getFirst();
    }

    int length(long now) {
        return alive(now).size();
    }

    /** When it will be a holder's turn, as far as can be seen; of a stranger, when it would be the turn of one more. */
    long turnOf(String holder, Rate rate, long now) {
        long at = Math.max(now, heldUntil);
        long spent = tat;
        for (Place place : alive(now)) {
            at = rate.earliest(at, spent, place.messages());
            if (place.holder().equals(holder)) {
                return at;
            }
            spent = rate.after(at, spent, place.messages());
        }
        return rate.earliest(at, spent, 1);
    }

    /** The message has gone back to its queue and keeps its place for a while. */
    Line steppedAway(String holder, long until) {
        return with(
                places.stream()
                        .map(
                                place ->
                                        place.holder().equals(holder)
                                                ? place.heldBy(Place.AWAY, until)
                                                : place)
                        .toList());
    }

    /** The message needs its place no longer. */
    Line left(String holder) {
        return with(places.stream().filter(place -> !place.holder().equals(holder)).toList());
    }

    /** After something was sent, or Telegram wanted to be left alone. */
    Line after(long newTat, long newHeldUntil) {
        return new Line(places, Math.max(tat, newTat), Math.max(heldUntil, newHeldUntil));
    }

    private List<Place> alive(long now) {
        return places.stream().filter(place -> place.until() > now).toList();
    }

    private static int awayWith(String ticket, List<Place> places) {
        for (int i = 0; i < places.size(); i++) {
            if (places.get(i).isAway() && places.get(i).ticket().equals(ticket)) {
                return i;
            }
        }
        return -1;
    }

    private Line with(List<Place> other) {
        return new Line(other, tat, heldUntil);
    }
}
