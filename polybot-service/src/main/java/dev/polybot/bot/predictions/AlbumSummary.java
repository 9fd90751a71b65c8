package dev.polybot.bot.predictions;

import dev.polybot.bot.language.Language;
import dev.polybot.bot.telegram.TextLimits;
import dev.polybot.model.prediction.Prediction;

import java.util.ArrayList;
import java.util.List;

/** Summarises the detections of an album, a line for each picture, within one caption. */
final class AlbumSummary {

    private final Language language;
    private final boolean numbered;
    private final List<Line> lines = new ArrayList<>();
    private String notice = "";

    /**
     * @param numbered whether the lines say which picture they are about
     */
    AlbumSummary(Language language, boolean numbered) {
        this.language = language;
        this.numbered = numbered;
    }

    private record Line(int number, String sentence) {

        String numbered() {
            return number + ": " + sentence;
        }
    }

    /**
     * Adds a picture.
     *
     * @param number its place in the album, from 1
     */
    void add(int number, Prediction prediction) {
        lines.add(new Line(number, PredictionReply.text(prediction, language)));
        String own = PredictionReply.notice(prediction.model(), language);
        notice = own.isEmpty() ? notice : own;
    }

    /** Adds a picture that nobody could look at. */
    void add(int number, String sentence) {
        lines.add(new Line(number, sentence));
    }

    /** The lines. When they are too long together, the longest are cut. */
    String text() {
        List<String> said = said();
        int room = TextLimits.CAPTION - notice.length() - (said.size() - 1);
        int longest = longest(said, room);
        List<String> cut = said.stream().map(line -> TextLimits.cut(line, longest)).toList();
        return String.join("\n", cut) + notice;
    }

    private List<String> said() {
        return lines.stream().map(numbered ? Line::numbered : Line::sentence).toList();
    }

    /** How long a line may be so that all have room. */
    private static int longest(List<String> lines, int room) {
        int longest = lines.stream().mapToInt(String::length).max().orElse(0);
        while (longest > 1 && total(lines, longest) > room) {
            longest--;
        }
        return longest;
    }

    private static int total(List<String> lines, int longest) {
        return lines.stream().mapToInt(line -> Math.min(line.length(), longest)).sum();
    }
}
