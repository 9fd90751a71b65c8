package dev.polybot.bot.conversation;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The inline keyboard of a message, row by row. A button whose callback is longer than Telegram takes is left out: nobody can be
 * helped by one that does nothing.
 */
public record Keyboard(List<List<Button>> rows) {

    public static final Keyboard NONE = new Keyboard(List.of());

    public Keyboard {
        rows =
                rows.stream()
                        .map(
                                row ->
                                        row.stream()
                                                .filter(button -> button.callback().fits())
                                                .toList())
                        .filter(row -> !row.isEmpty())
                        .toList();
    }

    /** The buttons in rows of so many. */
    static Keyboard inRowsOf(int width, List<Button> buttons) {
        return new Keyboard(
                IntStream.iterate(0, i -> i < buttons.size(), i -> i + width)
                        .mapToObj(i -> buttons.subList(i, Math.min(i + width, buttons.size())))
                        .toList());
    }

    /** These buttons with a row below. */
    public Keyboard and(List<Button> row) {
        return new Keyboard(Stream.concat(rows.stream(), Stream.of(row)).toList());
    }

    /** These buttons with others below. */
    public Keyboard and(Keyboard below) {
        return new Keyboard(Stream.concat(rows.stream(), below.rows().stream()).toList());
    }

    public boolean isEmpty() {
        return rows.isEmpty();
    }
}
