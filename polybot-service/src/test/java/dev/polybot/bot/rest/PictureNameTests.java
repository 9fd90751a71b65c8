package dev.polybot.bot.rest;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PictureNameTests {

    @ParameterizedTest
    @CsvSource({
        "street.jpg, street.jpg",
        "'a b.c.jpg', 'a b.c.jpg'",
        "../../etc/passwd, passwd",
        "'C:\\photos\\dog.jpg', dog.jpg",
        "stra\u00dfe.jpg, stra\u00dfe.jpg",
        "'  ', picture",
        "folder/, picture"
    })
    void isTheFilesOwnNameAndNoPath(String given, String name) {
        assertThat(PictureName.of(given)).isEqualTo(name);
    }

    @Test
    void whatPrintsNothingIsLeftOut() {
        assertThat(PictureName.of("a\r\nb\u0000\u202egpj.exe\ud800")).isEqualTo("abgpj.exe");
        assertThat(PictureName.of(null)).isEqualTo("picture");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\u0645\u06CC\u200C\u062E\u0648\u0627\u0647\u0645.jpg",
                "\uD83D\uDC68\u200D\uD83D\uDC67.jpg"
            })
    void whatJoinsLettersOrPartsLettersStays(String name) {
        assertThat(PictureName.of(name)).isEqualTo(name);
    }

    @Test
    void aNameThatIsCutKeepsItsExtension() {
        assertThat(PictureName.of("a".repeat(116) + ".jpg")).isEqualTo("a".repeat(116) + ".jpg");
        assertThat(PictureName.of("a".repeat(117) + ".jpg")).isEqualTo("a".repeat(116) + ".jpg");
        assertThat(PictureName.of("\ud83d\ude00".repeat(400) + ".WebP"))
                .isEqualTo("\ud83d\ude00".repeat(115) + ".WebP");
        assertThat(PictureName.of("a.".repeat(200))).hasSize(120);
        assertThat(PictureName.of("a." + "b".repeat(200))).hasSize(120);
    }

    @Test
    void isNeverTooLongForAJob() {
        assertThat(PictureName.of("\ud83d\ude00".repeat(400))).hasSize(240);
    }
}
