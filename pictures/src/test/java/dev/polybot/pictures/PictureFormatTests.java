package dev.polybot.pictures;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.nio.ByteBuffer;

class PictureFormatTests {

    private final PictureDecoder decoder =
            new PictureDecoder(new PictureLimits(1 << 20, 50_000_000, 20_000));

    @ParameterizedTest
    @CsvSource({
        "'....ftypheic....mif1', HEIC",
        "'....ftypavif....', AVIF",
        "'....ftypisom....', video",
        "'<?xml version=\"1.0\"?><svg xmlns=\"x\"/>', SVG",
        "'  <svg/>', SVG",
        "'%PDF-1.7', PDF",
        "'....ftypM4A ....', sound",
        "'....ftypqt  ....', video",
        "'RIFF....AVI LIST', video",
        "'RIFF....WAVEfmt ', sound",
        "'OggS....', sound",
        "'ID3.....', sound",
        "'PK\u0003\u0004....', ZIP",
        "'PK\u0003\u0004..........................[Content_Types].xml', Office",
        "'PK\u0003\u0004..........................word/numbering.xml', Office",
        "'PK\u0003\u0004..........................mimetypeapplication/vnd.oasis.opendocument.text', OpenDocument",
        "'PK\u0003\u0004..........................mimetypeapplication/epub+zip', EPUB",
        "'\u0089PNG\r\n\u001a\n\0\0\0\u0004CgBI\u0050\0\u0020\u0002....\0\0\0\rIHDR', iPhone-PNG",
        "'8BPS....', Photoshop"
    })
    void namesFormatsThatItDoesNotRead(String content, String name) {
        assertThatThrownBy(() -> decoder.inspect(content.getBytes(ISO_8859_1)))
                .isInstanceOfSatisfying(
                        PictureRejectedException.class,
                        rejected ->
                                assertThat(rejected.failure().sentence())
                                        .matches("That is an? " + name + " file.*"));
    }

    /** Its size stands where no PNG has anything else. */
    @Test
    void aPngThatBeginsWithAnotherChunkThanItsHeaderIsDamaged() {
        byte[] png =
                "\u0089PNG\r\n\u001a\n\0\0\0\u0004gAMA\0\0\u00b1\u008fabcd\0\0\0\rIHDR\0\0\0\u0001"
                        .getBytes(ISO_8859_1);

        assertThatThrownBy(() -> decoder.inspect(png)).hasMessage("PICTURE_DAMAGED");
    }

    @Test
    void textIsNoPicture() {
        byte[] text = "Dear bot, BM <b>what</b> is this?".getBytes(ISO_8859_1);

        assertThat(PictureFormat.of(ByteBuffer.wrap(text))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\u00ff\u00d8",
                "\u00ff\u00d8Dear bot",
                "\u00ff\u00d8\0\0\u00ff\0\u00ff\u00ff"
            })
    void twoBytesThatNoMarkerFollowsAreNoJpeg(String content) {
        assertThat(PictureFormat.of(ByteBuffer.wrap(content.getBytes(ISO_8859_1)))).isEmpty();
    }

    @Test
    void aNameSaysNothingItsFirstBytesDo() {
        ByteBuffer gif = ByteBuffer.wrap("GIF89a".getBytes(ISO_8859_1));

        assertThat(PictureFormat.of(gif)).contains(PictureFormat.GIF);
    }
}
