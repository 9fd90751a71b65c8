package dev.polybot.bot.predictions;

import dev.polybot.bot.conversation.Keyboard;
import dev.polybot.bot.language.ClassNames;
import dev.polybot.bot.language.Language;
import dev.polybot.bot.telegram.OutgoingText;
import dev.polybot.model.detection.Label;
import dev.polybot.model.detection.Percent;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** Formats detections as a table that is narrow enough for a phone and short enough for one message. */
final class BoxTable {

    private static final int MAX_CHARACTERS = 3600;
    private static final int NAME = 13;

    private BoxTable() {}

    static OutgoingText of(List<Label> labels, Language language) {
        if (labels.isEmpty()) {
            return OutgoingText.of(language.say("boxes.none"));
        }
        List<String> heading = List.of(language.say("boxes.columns").split(";"));
        List<String> columns = heading.subList(1, heading.size());
        StringBuilder table = new StringBuilder(line(heading.getFirst(), columns, columns));
        int shown = 0;
        while (shown < labels.size() && table.length() < MAX_CHARACTERS) {
            Label label = labels.get(shown++);
            table.append('\n').append(row(label, columns, language));
        }
        int left = labels.size() - shown;
        if (left > 0) {
            table.append('\n').append(language.say("boxes.more", left));
        }
        return new OutgoingText(language.say("boxes.heading"), table.toString(), Keyboard.NONE);
    }

    private static String row(Label label, List<String> columns, Language language) {
        return line(
                ClassNames.name(label.className(), language),
                Stream.of(
                                (long) Percent.of(label.confidence()),
                                nearest(Math.max(0, label.cx() - label.width() / 2)),
                                nearest(Math.max(0, label.cy() - label.height() / 2)),
                                nearest(label.width()),
                                nearest(label.height()))
                        .map(String::valueOf)
                        .toList(),
                columns);
    }

    private static long nearest(double fraction) {
        return Math.round(fraction * 100);
    }

    private static String line(String first, List<String> cells, List<String> columns) {
        StringBuilder line = new StringBuilder(name(first));
        for (int i = 0; i < cells.size(); i++) {
            line.append(cell(cells.get(i), columns.get(i)));
        }
        return line.toString();
    }

    private static String name(String name) {
        String shown = name.length() > NAME ? name.substring(0, NAME - 1) + "…" : name;
        return String.format(Locale.ROOT, "%-" + NAME + "s", shown);
    }

    /** As wide as its column's name, and a blank before it. */
    private static String cell(String value, String column) {
        return String.format(Locale.ROOT, " %" + Math.max(3, column.length()) + "s", value);
    }
}
