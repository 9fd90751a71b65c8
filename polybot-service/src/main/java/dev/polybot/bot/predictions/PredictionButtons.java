package dev.polybot.bot.predictions;

import dev.polybot.bot.conversation.Button;
import dev.polybot.bot.conversation.CallbackData;
import dev.polybot.bot.conversation.Keyboard;
import dev.polybot.bot.language.Language;
import dev.polybot.model.prediction.Prediction;
import dev.polybot.model.prediction.PredictionStatus;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** The buttons below an answer: look again with another confidence, tell where everything is, give the picture back. */
final class PredictionButtons {

    /** The confidences to choose from, in per cent. */
    private static final List<Integer> STEPS = List.of(10, 25, 40, 60, 80);

    /** What most detectors take when they are not told (Ultralytics' own default). */
    private static final double USUAL = .25;

    private PredictionButtons() {}

    static Keyboard below(Prediction prediction, PredictionRequest request) {
        if (prediction.status() == PredictionStatus.FAILED) {
            return Keyboard.NONE;
        }
        String id = prediction.predictionId();
        Language language = request.language();
        List<Button> more = new ArrayList<>();
        if (!prediction.labels().isEmpty()) {
            more.add(new Button(language.say("button.boxes"), new CallbackData.Boxes(id)));
        }
        more.add(new Button(language.say("button.original"), new CallbackData.Original(id)));
        return new Keyboard(List.of(confidences(prediction, request), more));
    }

    /** Lower and higher than the threshold that was in use, which is the model's own where none was asked for. */
    private static List<Button> confidences(Prediction prediction, PredictionRequest request) {
        String id = prediction.predictionId();
        double used =
                Objects.requireNonNullElse(
                        request.options().minConfidence(),
                        Objects.requireNonNullElse(prediction.threshold(), USUAL));
        double percent = used * 100;
        List<Button> buttons = new ArrayList<>();
        STEPS.reversed().stream()
                .filter(step -> step < percent)
                .findFirst()
                .ifPresent(step -> buttons.add(again(id, step, "button.less", request)));
        STEPS.stream()
                .filter(step -> step > percent)
                .findFirst()
                .ifPresent(step -> buttons.add(again(id, step, "button.more", request)));
        return buttons;
    }

    private static Button again(String id, int percent, String key, PredictionRequest request) {
        return new Button(
                request.language().say(key, percent), new CallbackData.Repeat(id, percent));
    }
}
