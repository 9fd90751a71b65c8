package dev.polybot.bot.predictions;

import dev.polybot.bot.language.Language;
import dev.polybot.bot.settings.BotSettings;
import dev.polybot.model.detection.ModelInfo;
import dev.polybot.model.prediction.Prediction;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.info.BuildProperties;
import org.springframework.stereotype.Component;

import java.util.Objects;

/** The reply to "about": the bot's version from the build, and the model of the chat's latest prediction. */
@Component
class AboutText {

    private final String version;
    private final long daysKept;

    AboutText(ObjectProvider<BuildProperties> build, BotSettings settings) {
        BuildProperties built = build.getIfAvailable();
        this.version = built == null ? "" : Objects.requireNonNullElse(built.getVersion(), "");
        this.daysKept = settings.storage().retention().toDays();
    }

    String to(PastPredictions.HistoryPage last, Language language) {
        String model =
                last.predictions().stream()
                        .map(Prediction::model)
                        .filter(Objects::nonNull)
                        .findFirst()
                        .map(AboutText::name)
                        .orElseGet(() -> language.say("about.no-model"));
        return language.say("about", version, model, daysKept);
    }

    private static String name(ModelInfo model) {
        return model.name() + " " + model.version();
    }
}
