package dev.polybot.bot.predictions;

import dev.polybot.bot.language.Language;
import dev.polybot.bot.settings.BotSettings;
import dev.polybot.model.prediction.PublishedModel;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.info.BuildProperties;
import org.springframework.stereotype.Component;

import java.util.Objects;

/** The reply to "about": the bot's version from the build, and the model in use. */
@Component
class AboutText {

    private final String version;
    private final long daysKept;
    private final KnownClasses classes;

    AboutText(ObjectProvider<BuildProperties> build, BotSettings settings, KnownClasses classes) {
        BuildProperties built = build.getIfAvailable();
        this.version = built == null ? "" : Objects.requireNonNullElse(built.getVersion(), "");
        this.daysKept = settings.storage().retention().toDays();
        this.classes = classes;
    }

    String in(Language language) {
        PublishedModel model = classes.model();
        String name = (model.name() + ' ' + model.version()).strip();
        return language.say(
                "about", version, name.isEmpty() ? language.say("about.no-model") : name, daysKept);
    }
}
