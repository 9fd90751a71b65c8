package dev.polybot.bot.actions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.polybot.bot.captions.CaptionParser;
import dev.polybot.bot.captions.CaptionRequest;
import dev.polybot.bot.conversation.FileReference;
import dev.polybot.bot.filters.FilterStep;
import dev.polybot.bot.language.Language;
import dev.polybot.bot.language.LocalizedText;
import dev.polybot.bot.settings.BotSettings;
import dev.polybot.bot.telegram.TelegramFiles;
import dev.polybot.bot.telegram.TelegramFiles.Fetched;
import dev.polybot.bot.testing.Jpegs;
import dev.polybot.bot.testing.OfflineSettings;
import dev.polybot.pictures.testing.Drawn;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.random.RandomGenerator;

class TelegramFilterServiceTests {

    private static final FileReference FILE = new FileReference("f", null);

    @TempDir Path folder;
    private Path filtered;

    @BeforeEach
    void nameTheResult() {
        filtered = folder.resolve("filtered");
    }

    @Test
    void filtersAPictureThatLiesTurned() throws IOException {
        assertThat(edit(Drawn.jpegTurned(6), "rotate 90")).isNull();

        BufferedImage picture = Drawn.read(Files.readAllBytes(filtered));
        assertThat(picture.getWidth()).isEqualTo(Drawn.HEIGHT);
        assertThat(picture.getHeight()).isEqualTo(Drawn.WIDTH);
        int blueOnTopAtTheLeft = picture.getRGB(8, 8);
        assertThat(blueOnTopAtTheLeft & 0xFF).isGreaterThan(200);
        assertThat(blueOnTopAtTheLeft >> 16 & 0xFF).isLessThan(50);
    }

    @Test
    void refusesWhatIsNoPictureInASentence() {
        assertThat(edit("Dear bot".getBytes(StandardCharsets.UTF_8), "blur"))
                .satisfies(why -> assertThat(why.in(Language.ENGLISH)).contains("not a picture"));
    }

    @Test
    void refusesMorePixelsThanThereIsMemoryForInASentence() {
        assertThat(edit(Jpegs.of(1001, 1000), "blur"))
                .satisfies(
                        why ->
                                assertThat(why.in(Language.ENGLISH))
                                        .contains("1001 x 1000", "1 megapixels"));
    }

    @Test
    void whatTelegramDoesNotGiveIsToldInASentence() {
        assertThat(
                        editor((file, to, most) -> Fetched.GONE, new Random(1))
                                .edit(FILE, List.of(), filtered))
                .isNotNull();
        assertThat(
                        editor((file, to, most) -> Fetched.TOO_LARGE, new Random(1))
                                .edit(FILE, List.of(), filtered))
                .satisfies(why -> assertThat(why.in(Language.ENGLISH)).contains("20 MB"));
    }

    @Test
    void whatTelegramSaysIsTooLargeIsNotFetched() {
        FileReference large = new FileReference("f", FileReference.MAX_SIZE + 1);
        TelegramFiles none =
                (file, to, most) -> {
                    throw new AssertionError("fetched");
                };

        assertThat(editor(none, new Random(1)).edit(large, List.of(), filtered)).isNotNull();
    }

    @Test
    void aPictureThatFindsNoRoomIsForLater() throws Exception {
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch end = new CountDownLatch(1);
        RandomGenerator slow =
                () -> {
                    begun.countDown();
                    try {
                        end.await();
                    } catch (InterruptedException e) {
                        Thread.currentThread().interrupt();
                    }
                    return 0;
                };
        FilterService editor = editor(giving(Jpegs.of(1000, 900)), slow);
        CompletableFuture<@Nullable LocalizedText> first =
                CompletableFuture.supplyAsync(
                        () -> editor.edit(FILE, steps("salt and pepper"), folder.resolve("other")));
        begun.await();

        assertThatThrownBy(() -> editor.edit(FILE, steps("contour"), filtered))
                .isInstanceOf(PixelBudgetExhaustedException.class);

        end.countDown();
        first.join();
        assertThat(editor.edit(FILE, steps("contour"), filtered)).isNull();
    }

    private @Nullable LocalizedText edit(byte[] file, String caption) {
        return editor(giving(file), new Random(1)).edit(FILE, steps(caption), filtered);
    }

    private static List<FilterStep> steps(String caption) {
        return ((CaptionRequest.Chain) CaptionParser.parse(caption)).steps();
    }

    private static TelegramFiles giving(byte[] file) {
        return (id, to, most) -> {
            try {
                Files.write(to, file);
                return new Fetched.Done("jpg");
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        };
    }

    private static FilterService editor(TelegramFiles files, RandomGenerator random) {
        BotSettings settings = OfflineSettings.withFilters(1_000_000, 1_000_000);
        return new TelegramFilterService(files, new SharedPixelBudget(settings), () -> random);
    }
}
