package dev.polybot.local.command;

import static org.assertj.core.api.Assertions.assertThat;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.polybot.local.predict.Box;
import dev.polybot.local.predict.Photo;
import dev.polybot.local.predict.PhotoResult;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeMap;

class SpokenResultsTests {

    private final ByteArrayOutputStream said = new ByteArrayOutputStream();

    @Test
    void manyPhotosAreATable() throws Exception {
        Photo dog = photo("trip/dog.jpg");
        Photo sky = photo("trip/blue-sky.jpg");
        Photo text = photo("trip/x.jpg");

        tell(
                List.of(dog, sky, text),
                result(dog, 2, "I found 2 dogs.", "out/dog-predicted.jpg", null),
                result(
                        sky,
                        0,
                        "I looked closely but found nothing.",
                        "out/blue-sky-predicted-2.jpg",
                        null),
                result(text, 0, "", null, "That is no picture that I know."));

        assertThat(
                        said.toString(UTF_8)
                                .lines()
                                .map(line -> line.replaceAll("in \\d.*? s", "in 1 s")))
                .containsExactly(
                        "  ✓ trip/dog.jpg       2 dogs  0.5 s",
                        "  ✓ trip/blue-sky.jpg  nothing  0.5 s as blue-sky-predicted-2.jpg",
                        "  ✗ trip/x.jpg         That is no picture that I know.",
                        "3 photos in 1 s, 2 things found; 1 could not be done.",
                        "Saved out/dog-predicted.jpg and 1 more beside it.");
    }

    @Test
    void aRunThatBreaksOffTellsHowManyAreDone() throws Exception {
        List<Photo> photos = List.of(photo("a.jpg"), photo("b.jpg"), photo("c.jpg"));
        Terminal terminal = Terminal.on(new PrintStream(said, true, UTF_8));
        SpokenResults spoken = new SpokenResults(terminal, terminal, photos);

        spoken.add(result(photos.getFirst(), 2, "I found 2 dogs.", null, null));
        spoken.lost(photos.subList(1, 3), "the connection to the system is lost");

        assertThat(said.toString(UTF_8)).contains("1 photo in ", ", 2 things found; 2 not done.");
    }

    @Test
    void onePhotoIsToldInASentence() throws Exception {
        Photo dog = photo("dog.jpg");

        tell(List.of(dog), result(dog, 1, "I found 1 dog.", "dog-predicted.jpg", null));

        assertThat(said.toString(UTF_8))
                .isEqualToNormalizingNewlines("I found 1 dog.\nSaved dog-predicted.jpg (0.5 s)\n");
    }

    @ParameterizedTest
    @CsvSource({"0, 0.01 s", "0.042, 0.04 s", "0.25, 0.3 s", "2.46, 2.5 s"})
    void nothingIsSaidToHaveTakenNoTime(double seconds, String told) {
        assertThat(Terminal.seconds(seconds)).isEqualTo(told);
    }

    private void tell(List<Photo> photos, PhotoResult... results) throws Exception {
        Terminal terminal = Terminal.on(new PrintStream(said, true, UTF_8));
        SpokenResults spoken = new SpokenResults(terminal, terminal, photos);
        for (PhotoResult result : results) {
            spoken.add(result);
        }
        spoken.end();
    }

    private static Photo photo(String label) {
        return new Photo(label, String.valueOf(Path.of(label).getFileName()), () -> new byte[0]);
    }

    private static PhotoResult result(
            Photo photo,
            int things,
            String summary,
            @Nullable String file,
            @Nullable String trouble) {
        Box box = new Box("dog", 0.9, 1, 2, 3, 4);
        return new PhotoResult(
                photo,
                10,
                10,
                java.util.Collections.nCopies(things, box),
                summary,
                new TreeMap<>(),
                "model 1",
                "",
                trouble,
                file == null ? null : Path.of(file),
                0.5);
    }
}
