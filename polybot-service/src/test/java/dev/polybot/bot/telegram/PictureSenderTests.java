package dev.polybot.bot.telegram;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.polybot.bot.conversation.Keyboard;
import dev.polybot.bot.testing.FakeTelegram;
import dev.polybot.bot.testing.Jpegs;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

class PictureSenderTests {

    private final FakeTelegram telegram = new FakeTelegram();
    private final TelegramMessages api = TelegramClients.botApi(telegram.url());
    private final PictureSender sender = new PictureSender(api);
    @TempDir private Path folder;

    @AfterEach
    void stop() {
        telegram.close();
    }

    @Test
    void severalPicturesAreOneAlbumWithTheCaptionOnTheFirst() throws IOException {
        assertThat(send(picture(Jpegs.of(8, 8)), picture(Jpegs.of(8, 8))))
                .containsExactly(1001, 1002);

        String form = telegram.calls("sendMediaGroup").getFirst().body();
        assertThat(form.split("the caption", -1)).hasSize(2);
        assertThat(form).contains("\"type\":\"photo\"", "\"message_id\":7");
    }

    @Test
    void oneIsNoAlbum() throws IOException {
        assertThat(send(picture(Jpegs.of(8, 8)))).containsExactly(1001);
        assertThat(telegram.calls("sendPhoto")).hasSize(1);
    }

    /** Telegram does not mix photos and files in an album. */
    @Test
    void ifOneIsNoPhotoForTelegramAllGoAsFiles() throws IOException {
        send(picture(Jpegs.of(8, 8)), picture(Jpegs.of(4200, 100)));

        assertThat(telegram.calls("sendMediaGroup"))
                .singleElement()
                .satisfies(
                        call ->
                                assertThat(call.body())
                                        .contains("\"type\":\"document\"")
                                        .doesNotContain("\"type\":\"photo\""));
    }

    @Test
    void whatBlocksTheBotIsNotThePictures() throws IOException {
        telegram.failNext("sendMediaGroup", 403, "Forbidden: bot was blocked by the user");
        Path picture = picture(Jpegs.of(8, 8));

        assertThatExceptionOfType(TelegramException.Refused.class)
                .isThrownBy(() -> send(picture, picture));
        assertThat(telegram.calls("sendMediaGroup")).hasSize(1);
    }

    /** A call of Telegram's takes 50 MB. */
    @Test
    void ofMoreBytesThanACallTakesTheFirstOnesFit() throws IOException {
        Path large = picture(new byte[9_000_000]);
        Path larger = picture(new byte[49_000_000]);
        Path small = picture(new byte[9]);

        assertThat(PictureSender.fitting(List.of(large, large, large, large, large, large)))
                .isEqualTo(5);
        assertThat(PictureSender.fitting(List.of(small, larger, small))).isEqualTo(1);
        assertThat(PictureSender.fitting(List.of(larger, small))).isEqualTo(1);
        assertThat(PictureSender.fitting(List.of(small, small))).isEqualTo(2);
    }

    private List<Integer> send(Path... pictures) {
        return sender.send(
                "42", List.of(pictures), "x.jpg", List.of("the caption"), 7, Keyboard.NONE);
    }

    private Path picture(byte[] content) throws IOException {
        return Files.write(Files.createTempFile(folder, "picture", ".jpg"), content);
    }
}
