package dev.polybot.bot.albums;

import static org.assertj.core.api.Assertions.assertThat;

import dev.polybot.bot.language.Language;

import org.junit.jupiter.api.Test;

class SkippedPicturesTests {

    @Test
    void eachReasonIsSaidOnceWithThePicturesThatItConcerns() {
        SkippedPictures leftOut = new SkippedPictures(Language.ENGLISH);
        leftOut.add(7, _ -> "It is too large.");
        leftOut.add(3, _ -> "It is damaged.");
        leftOut.add(2, _ -> "It is too large.");
        leftOut.add(5, _ -> "It is too large.");

        assertThat(leftOut.inWords())
                .isEqualTo("Numbers 2, 5 and 7: It is too large.\nNumber 3: It is damaged.");
    }
}
