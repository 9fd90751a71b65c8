package dev.polybot.bot.rest;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

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
