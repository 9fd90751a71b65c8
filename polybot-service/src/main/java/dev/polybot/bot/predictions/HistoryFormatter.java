package dev.polybot.bot.predictions;

import dev.polybot.bot.captions.CaptionFormatter;
import dev.polybot.bot.conversation.Button;
import dev.polybot.bot.conversation.CallbackData;
import dev.polybot.bot.conversation.Keyboard;
import dev.polybot.bot.language.Language;
import dev.polybot.bot.telegram.OutgoingText;
import dev.polybot.bot.telegram.TextLimits;
import dev.polybot.model.detection.DetectionOptions;
import dev.polybot.model.prediction.Prediction;

import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Formats a page of the history, with a button for each prediction and for turning the page. */
final class HistoryFormatter {

    /** More of a summary stands in the answer itself. */
    private static final int MAX_SUMMARY = 160;

    private HistoryFormatter() {}

    /**
     * The page.
     *
     * @param asked what a prediction of this name was asked for
     */
    static OutgoingText of(
            PastPredictions.HistoryPage page,
            Function<String, DetectionOptions> asked,
            Language language) {
        List<Prediction> predictions = page.predictions();
        if (predictions.isEmpty()) {
            return OutgoingText.of(language.say("history.empty", language.say("send-a-photo")));
        }
        String entries =
                IntStream.range(0, predictions.size())
                        .mapToObj(i -> entry(i + 1, predictions.get(i), asked, language))
                        .collect(Collectors.joining("\n\n"));
        return new OutgoingText(
                language.say("history.heading") + "\n\n" + entries,
                null,
                new Keyboard(List.of(numbers(predictions), turns(page, language))));
    }

    private static String entry(
            int number,
            Prediction prediction,
            Function<String, DetectionOptions> asked,
            Language language) {
        return language.say(
                "history.entry",
                number,
                DateTimeFormatter.ofLocalizedDateTime(FormatStyle.MEDIUM, FormatStyle.SHORT)
                        .withLocale(language.locale())
                        .format(prediction.time().atOffset(ZoneOffset.UTC)),
                TextLimits.cut(PredictionReply.text(prediction, language), MAX_SUMMARY),
                CaptionFormatter.of(asked.apply(prediction.predictionId())));
    }

    private static List<Button> numbers(List<Prediction> predictions) {
        return IntStream.range(0, predictions.size())
                .mapToObj(
                        i ->
                                new Button(
                                        Integer.toString(i + 1),
                                        new CallbackData.Show(predictions.get(i).predictionId())))
                .toList();
    }

    private static List<Button> turns(PastPredictions.HistoryPage page, Language language) {
        List<Button> turns = new ArrayList<>();
        if (page.newer()) {
            turns.add(turn(false, page.predictions().getFirst(), "button.newer", language));
        }
        if (page.older()) {
            turns.add(turn(true, page.predictions().getLast(), "button.older", language));
        }
        return turns;
    }

    private static Button turn(boolean older, Prediction from, String label, Language language) {
        return new Button(
                language.say(label),
                new CallbackData.PageTurn(
                        older, from.time().getEpochSecond(), from.predictionId()));
    }
}
