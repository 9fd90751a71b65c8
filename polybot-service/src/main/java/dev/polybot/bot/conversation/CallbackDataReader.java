package dev.polybot.bot.conversation;

import org.jspecify.annotations.Nullable;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Parses the callback data of a button, as {@link CallbackData#data} writes it. */
final class CallbackDataReader {

    private static final Pattern SHAPE =
            Pattern.compile("(?<kind>[a-z]+):(?<rest>.*)", Pattern.DOTALL);

    private static final String ID = "(?<id>[A-Za-z0-9_-]{1,128})";
    private static final Pattern ID_ONLY = Pattern.compile(ID);

    /** The number is a percentage. */
    private static final Pattern AGAIN = Pattern.compile("(?<number>[1-9]\\d?):" + ID);

    /** The number is a time in epoch seconds. */
    private static final Pattern TURN = Pattern.compile("(?<number>\\d{1,12}):" + ID);

    private CallbackDataReader() {}

    /** The callback data; null when these are none. */
    static @Nullable CallbackData read(String data) {
        Matcher shape = SHAPE.matcher(data);
        if (!shape.matches()) {
            return null;
        }
        String rest = shape.group("rest");
        return switch (shape.group("kind")) {
            case "help" -> new CallbackData.Help(rest);
            case "do" -> new CallbackData.Do(rest);
            case "boxes" -> read(rest, ID_ONLY, (number, id) -> new CallbackData.Boxes(id));
            case "original" -> read(rest, ID_ONLY, (number, id) -> new CallbackData.Original(id));
            case "show" -> read(rest, ID_ONLY, (number, id) -> new CallbackData.Show(id));
            case "cancel" -> read(rest, ID_ONLY, (number, id) -> new CallbackData.Cancel(id));
            case "again" ->
                    read(
                            rest,
                            AGAIN,
                            (number, id) -> new CallbackData.Repeat(id, Math.toIntExact(number)));
            case "older" ->
                    read(rest, TURN, (number, id) -> new CallbackData.PageTurn(true, number, id));
            case "newer" ->
                    read(rest, TURN, (number, id) -> new CallbackData.PageTurn(false, number, id));
            case "history" -> rest.isEmpty() ? new CallbackData.History() : null;
            case "about" -> rest.isEmpty() ? new CallbackData.About() : null;
            default -> null;
        };
    }

    private static @Nullable CallbackData read(String rest, Pattern pattern, Factory factory) {
        Matcher matcher = pattern.matcher(rest);
        if (!matcher.matches()) {
            return null;
        }
        long number = pattern == ID_ONLY ? 0 : Long.parseLong(matcher.group("number"));
        return factory.create(number, matcher.group("id"));
    }

    @FunctionalInterface
    private interface Factory {
        CallbackData create(long number, String id);
    }
}
