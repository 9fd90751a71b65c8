package dev.polybot.bot.language;

import static org.assertj.core.api.Assertions.assertThat;

import dev.polybot.model.prediction.Failure;
import dev.polybot.pictures.PictureFormat;
import dev.polybot.pictures.PictureRejectedException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class FailuresTests {

    private static final Language GERMAN = Language.of("de");

    @ParameterizedTest
    @EnumSource(PictureFormat.class)
    void everyLanguageNamesTheFormatThatCannotBeRead(PictureFormat format) {
        Failure failure = PictureRejectedException.unsupported(format).failure();

        String german = Failures.text(failure, GERMAN);

        assertThat(Failures.text(failure, Language.ENGLISH)).isEqualTo(failure.sentence());
        assertThat(german).startsWith("Das ist eine ").doesNotContain("{");
        switch (format) {
            case VIDEO -> assertThat(german).contains("Video-Datei");
            case SOUND -> assertThat(german).contains("Ton-Datei");
            case ICON -> assertThat(german).contains("Icon-Datei");
            default -> assertThat(german).contains(format.spoken() + "-Datei");
        }
    }

    @Test
    void anyOtherFailureIsTranslatedByItsCode() {
        Failure damaged = PictureRejectedException.damaged().failure();

        assertThat(Failures.text(damaged, GERMAN)).startsWith("Dieses Bild ist beschädigt");
        assertThat(Failures.text(PictureRejectedException.notAPicture().failure(), GERMAN))
                .startsWith("Das ist kein Bild, das ich lesen kann.");
    }
}
