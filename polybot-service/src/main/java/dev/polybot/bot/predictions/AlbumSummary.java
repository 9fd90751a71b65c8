package dev.polybot.bot.predictions;

import dev.polybot.bot.language.Language;
import dev.polybot.bot.telegram.TextLimits;
import dev.polybot.model.prediction.Prediction;

import java.util.ArrayList;
import java.util.List;

/** What was found in each picture of an album, a line each, all within one caption. */
final class AlbumSummary {

    private final Language language;
    private final List<String> lines = new ArrayList<>();
    private String notice = "";

    AlbumSummary(Language language) {
        this.language = language;
    }

    /**
     * Adds a picture.
     *
     * @param number its place in the album, from 1
     */
    void add(int number, Prediction prediction) {
        lines.add(number + ": " + Answer.text(prediction, language));
        String own = Answer.notice(prediction.model(), language);
        notice = own.isEmpty() ? notice : own;
    }

    /** Adds a picture that nobody could look at. */
    void add(int number, String sentence) {
        lines.add(number + ": " + sentence);
    }

    /** The lines. When they are too long together, the longest are cut. */
    String text() {
        int room = TextLimits.CAPTION - notice.length() - (lines.size() - 1);
        int longest = longest(room);
        List<String> cut = lines.stream().map(line -> TextLimits.cut(line, longest)).toList();
        return String.join("\n", cut) + notice;
    }

    /** How long a line may be so that all have room. */
    private int longest(int room) {
        int longest = lines.stream().mapToInt(String::length).max().orElse(0);
        while (longest > 1 && total(longest) > room) {
            longest--;
        }
        return longest;
    }

    private int total(int longest) {
        return lines.stream().mapToInt(line -> Math.min(line.length(), longest)).sum();
    }
}
