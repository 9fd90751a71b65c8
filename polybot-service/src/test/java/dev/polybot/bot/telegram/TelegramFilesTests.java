package dev.polybot.bot.telegram;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.polybot.bot.conversation.Content;
import dev.polybot.bot.conversation.FileReference;
import dev.polybot.bot.language.Language;
import dev.polybot.bot.telegram.TelegramFiles.Fetched;
import dev.polybot.bot.testing.FakeTelegram;
import dev.polybot.pictures.testing.Drawn;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.nio.file.Path;

class TelegramFilesTests {

    private final FakeTelegram telegram = new FakeTelegram();
    private final TelegramFiles files = TelegramClients.files(telegram.url());
    private Path target;

    @BeforeEach
    void chooseTarget(@TempDir Path folder) {
        target = folder.resolve("picture");
    }

    @AfterEach
    void stop() {
        telegram.close();
    }

    @Test
    void fetchesFromWhereTheApiIsAndNotFromTelegramsOwnHost() {
        telegram.hasFile("photos/file_1.jpg", new byte[] {1, 2, 3});

        assertThat(files.fetch("f", target, 3)).isEqualTo(new Fetched.Done("jpg"));
        assertThat(target).hasBinaryContent(new byte[] {1, 2, 3});
    }

    @Test
    void stopsAtTheLimitWhateverWasPromised() {
        telegram.hasFile("photos/file_1.jpg", new byte[1_000_000]);

        assertThat(files.fetch("f", target, 999_999)).isEqualTo(Fetched.TOO_LARGE);
        assertThat(target.toFile().length()).isLessThan(1_000_000);
    }

    @Test
    void aPictureIsFetchedWhateverItIsCalled() {
        telegram.hasFile("photos/file_1.jpg", Drawn.png());

        assertThat(files.fetch(saidToBe(Content.Kind.TEXT), target))
                .isEqualTo(new Fetched.Done("png"));
        assertThat(target).hasBinaryContent(Drawn.png());
    }

    @Test
    void ofWhatIsNoPictureNoMoreThanItsBeginningIsTaken() {
        byte[] pdf = new byte[5_000_000];
        System.arraycopy("%PDF-1.7".getBytes(UTF_8), 0, pdf, 0, 8);
        telegram.hasFile("photos/file_1.jpg", pdf);

        assertThat(files.fetch(saidToBe(Content.Kind.PDF), target))
                .isInstanceOfSatisfying(
                        Fetched.Missing.class,
                        missing ->
                                assertThat(missing.why().in(Language.ENGLISH))
                                        .isEqualTo("This is a PDF, and I only look at pictures."));
        assertThat(target.toFile()).hasSize(1024);
        assertThat(telegram.calls("getFile")).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    ....ftypisom.... | I cannot watch videos yet.                            | Videos kann ich noch nicht ansehen.
                    ....ftypM4A .... | I have no ears, only eyes.                            | Ich habe keine Ohren, nur Augen.
                    %PDF-1.7         | This is a PDF, and I only look at pictures.           | Das ist ein PDF, und ich sehe mir nur Bilder an.
                    ....ftypavif.... | That is an AVIF file, which I cannot read. Please send the picture as JPEG, PNG, GIF, WebP or BMP. | Das ist eine AVIF-Datei, die ich nicht lesen kann. Bitte schick das Bild als JPEG, PNG, GIF, WebP oder BMP.
                    Dear bot         | This file is not a picture that I know: I read JPEG, PNG, GIF, WebP and BMP. | Diese Datei ist kein Bild, das ich kenne: Ich lese JPEG, PNG, GIF, WebP und BMP.
                    """)
    void aFileIsCalledWhatItsBytesSay(String bytes, String english, String german) {
        telegram.hasFile("photos/file_1.jpg", bytes.getBytes(UTF_8));

        assertThat(files.fetch(saidToBe(Content.Kind.FILE), target))
                .isInstanceOfSatisfying(
                        Fetched.Missing.class,
                        missing -> {
                            assertThat(missing.why().in(Language.ENGLISH)).isEqualTo(english);
                            assertThat(missing.why().in(Language.of("de"))).isEqualTo(german);
                        });
    }

    @Test
    void whatIsSurelyNoPictureIsNotFetched() {
        assertThat(files.fetch(FileReference.to(Content.Kind.VIDEO), target))
                .isInstanceOf(Fetched.Missing.class);
        assertThat(telegram.calls("getFile")).isEmpty();
    }

    @Test
    void aFileThatTelegramDoesNotGiveToBotsIsTooLarge() {
        telegram.failNext("getFile", 400, "Bad Request: file is too big");

        assertThat(files.fetch("f", target, 10)).isEqualTo(Fetched.TOO_LARGE);
    }

    @Test
    void aFileThatTelegramDoesNotHaveIsGone() {
        telegram.failNext("getFile", 400, "Bad Request: wrong file_id");
        assertThat(files.fetch("f", target, 10)).isEqualTo(Fetched.GONE);

        assertThat(files.fetch("f", target, 10)).as("no bytes at the path").isEqualTo(Fetched.GONE);
    }

    private static FileReference saidToBe(Content.Kind kind) {
        return new FileReference("f", null, "f", kind);
    }

    @Test
    void aNameWithoutOrWithAStrangeExtensionIsTakenForAJpeg() {
        telegram.hasFile("documents/file_2", new byte[1]);
        telegram.answerNext(
                "getFile",
                200,
                "{\"ok\":true,\"result\":{\"file_id\":\"f\",\"file_unique_id\":\"u\",\"file_path\":\"documents/file_2\"}}");

        assertThat(files.fetch("f", target, 10)).isEqualTo(new Fetched.Done("jpg"));
    }

    @Test
    void aBrokenConnectionMayPassAndNeverTellsTheToken() {
        telegram.close();

        assertThatExceptionOfType(TelegramException.Unavailable.class)
                .isThrownBy(() -> files.fetch("f", target, 10))
                .withNoCause()
                .satisfies(e -> assertThat(e.toString()).doesNotContain(FakeTelegram.TOKEN));
    }
}
