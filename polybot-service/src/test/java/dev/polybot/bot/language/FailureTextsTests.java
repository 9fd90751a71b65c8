package dev.polybot.bot.language;

import static org.assertj.core.api.Assertions.assertThat;

import dev.polybot.model.prediction.Failure;
import dev.polybot.model.prediction.FailureCode;
import dev.polybot.pictures.PictureFormat;
import dev.polybot.pictures.PictureLimits;
import dev.polybot.pictures.PictureRejectedException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

class FailureTextsTests {

    private static final Language GERMAN = Language.of("de");

    @ParameterizedTest
    @EnumSource(PictureFormat.class)
    void everyLanguageNamesTheFormatThatCannotBeRead(PictureFormat format) {
        Failure failure = PictureRejectedException.unsupported(format).failure();

        String german = FailureTexts.text(failure, GERMAN);

        assertThat(FailureTexts.text(failure, Language.ENGLISH)).isEqualTo(failure.sentence());
        assertThat(german).startsWith("Das ist eine ").doesNotContain("{").doesNotContain("Foto");
        switch (format) {
            case VIDEO -> assertThat(german).contains("Video-Datei");
            case SOUND -> assertThat(german).contains("Ton-Datei");
            case ICON -> assertThat(german).contains("Icon-Datei");
            default -> assertThat(german).contains(format.spoken() + "-Datei");
        }
    }

    static Stream<PictureRejectedException> rejections() {
        PictureLimits limits = new PictureLimits(7 << 20, 50_000_000, 20_000);
        return Stream.of(
                PictureRejectedException.missing(),
                PictureRejectedException.empty(),
                PictureRejectedException.notAPicture(),
                PictureRejectedException.unsupported(PictureFormat.HEIC),
                PictureRejectedException.damaged(),
                PictureRejectedException.tooLarge(limits),
                PictureRejectedException.tooMuchWork(),
                PictureRejectedException.tooManyPixels(30_000, 9_000, limits));
    }

    @ParameterizedTest
    @MethodSource("rejections")
    void everyLanguageTellsTheSameLimitsAndFormats(PictureRejectedException rejection) {
        Failure failure = rejection.failure();

        assertThat(facts(FailureTexts.text(failure, GERMAN))).isEqualTo(facts(failure.sentence()));
    }

    /** Telegram makes a photo small and plain; of a PDF it makes none. */
    @ParameterizedTest
    @MethodSource("rejections")
    void onlyAPictureThatIsTooMuchIsToBeSentAsAPhotoInEveryLanguage(
            PictureRejectedException rejection) {
        Failure failure = rejection.failure();
        boolean helps =
                switch (failure.code()) {
                    case TOO_MANY_PIXELS, TOO_MUCH_WORK -> true;
                    default -> false;
                };

        assertThat(FailureTexts.text(failure, Language.ENGLISH).contains("as a photo"))
                .isEqualTo(helps);
        assertThat(FailureTexts.text(failure, GERMAN).contains("als Foto")).isEqualTo(helps);
        assertThat(failure.sentence()).as("read by programs too").doesNotContain("photo");
    }

    @Test
    void whatAnotherVersionSaysWithoutTheLimitIsTakenAsItIs() {
        Failure failure = new Failure(FailureCode.FILE_TOO_LARGE, "That file is too large.");

        assertThat(FailureTexts.text(failure, GERMAN)).isEqualTo("That file is too large.");
    }

    /** Numbers and the names of formats. */
    private static Set<String> facts(String text) {
        return Pattern.compile("\\d+|JPEG|PNG|GIF|WebP|BMP|HEIC")
                .matcher(text)
                .results()
                .map(MatchResult::group)
                .collect(Collectors.toSet());
    }

    @Test
    void anyOtherFailureIsTranslatedByItsCode() {
        Failure damaged = PictureRejectedException.damaged().failure();

        assertThat(FailureTexts.text(damaged, GERMAN)).startsWith("Dieses Bild ist beschädigt");
        assertThat(FailureTexts.text(PictureRejectedException.notAPicture().failure(), GERMAN))
                .startsWith("Das ist kein Bild, das ich lesen kann.");
    }
}
