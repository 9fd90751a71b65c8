package dev.polybot.bot.actions;

import static org.assertj.core.api.Assertions.assertThat;

import dev.polybot.bot.conversation.FileReference;
import dev.polybot.bot.filters.Concat;
import dev.polybot.bot.filters.Direction;
import dev.polybot.bot.language.Language;
import dev.polybot.bot.telegram.TelegramFiles.Fetched;
import dev.polybot.bot.testing.Jpegs;
import dev.polybot.bot.testing.OfflineSettings;
import dev.polybot.pictures.testing.Drawn;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;

class TelegramConcatServiceTests {

    private static final int MAX_PIXELS = 1_000_000;

    @TempDir private Path folder;
    private final Map<String, byte[]> files = new HashMap<>();
    private Path result;

    @BeforeEach
    void nameTheResult() {
        result = folder.resolve("joined");
    }

    @Test
    void putsThePicturesSideBySideAtOneHeight() throws IOException {
        files.put("a", Drawn.jpeg());
        files.put("b", Drawn.file(new BufferedImage(32, 24, BufferedImage.TYPE_INT_RGB), "png"));

        assertThat(join(Direction.LEFT_TO_RIGHT, "a", "b"))
                .isEqualTo(new ConcatService.ConcatResult(true, Map.of()));

        BufferedImage joined = joined();
        assertThat(joined.getWidth()).isEqualTo(2 * Drawn.WIDTH);
        assertThat(joined.getHeight()).isEqualTo(Drawn.HEIGHT);
        assertThat(joined.getRGB(8, 8) >> 16 & 0xFF).isGreaterThan(200);
        assertThat(joined.getRGB(Drawn.WIDTH + 8, 8) & 0xFFFFFF).isLessThan(0x101010);
    }

    /** Only when it is decoded it is known how large a picture is that lies turned. */
    @Test
    void aPictureThatLiesTurnedStandsUprightAmongTheOthers() throws IOException {
        files.put("a", Drawn.jpegTurned(6));
        files.put("b", Drawn.jpeg());

        join(Direction.TOP_TO_BOTTOM, "a", "b");

        assertThat(joined().getWidth()).isEqualTo(Drawn.WIDTH);
        assertThat(joined().getHeight()).isEqualTo(2 * Drawn.HEIGHT);
    }

    @Test
    void whatCannotBeHadIsLeftOutAndNamed() throws IOException {
        byte[] whole = Jpegs.of(640, 480);
        files.put("a", Drawn.jpeg());
        files.put("words", "Dear bot".getBytes(StandardCharsets.UTF_8));
        files.put("cut off", Arrays.copyOf(whole, whole.length / 2));
        files.put("huge", Jpegs.of(1001, 1000));
        files.put("b", Drawn.jpeg());

        ConcatService.ConcatResult outcome =
                join(Direction.LEFT_TO_RIGHT, "a", "words", "gone", "cut off", "huge", "b");

        assertThat(outcome.joined()).isTrue();
        assertThat(outcome.leftOut().keySet()).containsExactlyInAnyOrder(1, 2, 3, 4);
        assertThat(outcome.leftOut().get(4).in(Language.ENGLISH)).contains("1001 x 1000");
        assertThat(joined().getWidth()).isEqualTo(2 * Drawn.WIDTH);
    }

    @Test
    void onePictureThatIsLeftIsNotJoined() {
        files.put("a", Drawn.jpeg());

        ConcatService.ConcatResult outcome = join(Direction.LEFT_TO_RIGHT, "a", "gone");

        assertThat(outcome.joined()).isFalse();
        assertThat(outcome.leftOut()).containsOnlyKeys(1);
        assertThat(result).doesNotExist();
    }

    @Test
    void tenPicturesAsLargeAsOneMayBeShrinkToTheSizeOfOne() throws IOException {
        byte[] large = Jpegs.of(1000, 1000);
        String[] ten = new String[10];
        Arrays.setAll(ten, i -> "p" + i);
        Stream.of(ten).forEach(name -> files.put(name, large));

        assertThat(join(Direction.TOP_TO_BOTTOM, ten).joined()).isTrue();

        BufferedImage joined = joined();
        assertThat(joined.getWidth() * joined.getHeight())
                .isBetween(MAX_PIXELS - 20_000, MAX_PIXELS);
        assertThat(joined.getHeight()).isEqualTo(10 * joined.getWidth());
    }

    private BufferedImage joined() throws IOException {
        return Drawn.read(Files.readAllBytes(result));
    }

    private ConcatService.ConcatResult join(Direction direction, String... names) {
        var settings = OfflineSettings.withFilters(MAX_PIXELS, MAX_PIXELS);
        return new TelegramConcatService(this::fetch, new SharedPixelBudget(settings), settings)
                .join(
                        Stream.of(names).map(name -> new FileReference(name, null)).toList(),
                        new Concat(direction, false),
                        result);
    }

    private Fetched fetch(String file, Path to, long maxBytes) {
        byte[] content = files.get(file);
        if (content == null) {
            return Fetched.GONE;
        }
        try {
            Files.write(to, content);
            return new Fetched.Done("jpg");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
