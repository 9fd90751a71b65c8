package dev.polybot.bot.buttons;

import org.jspecify.annotations.Nullable;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads what a button asks for. */
final class WishReader {

    private static final Pattern SHAPE =
            Pattern.compile("(?<kind>[a-z]+):(?<rest>.*)", Pattern.DOTALL);

    private static final String ID = "(?<id>[A-Za-z0-9_-]{1,128})";
    private static final Pattern PREDICTION = Pattern.compile(ID);
    private static final Pattern AGAIN = Pattern.compile("(?<number>[1-9]\\d?):" + ID);
    private static final Pattern TURN = Pattern.compile("(?<number>\\d{1,12}):" + ID);

    private WishReader() {}

    static @Nullable Wish read(String data) {
        Matcher shape = SHAPE.matcher(data);
        if (!shape.matches()) {
            return null;
        }
        String rest = shape.group("rest");
        return switch (shape.group("kind")) {
            case "help" -> new Wish.Help(rest);
            case "do" -> new Wish.Do(rest);
            case "boxes" -> read(rest, PREDICTION, (number, id) -> new Wish.Boxes(id));
            case "original" -> read(rest, PREDICTION, (number, id) -> new Wish.Original(id));
            case "show" -> read(rest, PREDICTION, (number, id) -> new Wish.Show(id));
            case "again" ->
                    read(rest, AGAIN, (number, id) -> new Wish.Again(id, Math.toIntExact(number)));
            case "older" -> read(rest, TURN, (number, id) -> new Wish.Turn(true, number, id));
            case "newer" -> read(rest, TURN, (number, id) -> new Wish.Turn(false, number, id));
            case "history" -> rest.isEmpty() ? new Wish.History() : null;
            case "about" -> rest.isEmpty() ? new Wish.About() : null;
            default -> null;
        };
    }

    private static @Nullable Wish read(String rest, Pattern pattern, Build build) {
        Matcher matcher = pattern.matcher(rest);
        if (!matcher.matches()) {
            return null;
        }
        long number = pattern == PREDICTION ? 0 : Long.parseLong(matcher.group("number"));
        return build.wish(number, matcher.group("id"));
    }

    @FunctionalInterface
    private interface Build {
        Wish wish(long number, String id);
    }
}
