package dev.polybot.local.predict;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

class PhotoArgumentsTests {

    @TempDir private Path folder;

    @Test
    void filesKeepTheOrderInWhichTheyWereNamedAndCountOnce() throws IOException {
        Path b = photo("b.jpg");
        Path a = photo("a.jpg");

        assertThat(read(b, a, folder.resolve("./b.jpg"))).containsExactly("b.jpg", "a.jpg");
    }

    @Test
    void aFolderIsItsPicturesWithoutEarlierResultsAndWhatIsNoPicture() throws IOException {
        photo("dog.JPG");
        photo("cat.webp");
        photo("dog-predicted.jpg");
        photo("dog-predicted-2.jpg");
        photo("notes.txt");
        photo(".jpg");
        Files.createDirectory(folder.resolve("deeper.png"));

        assertThat(read(folder)).containsExactly("cat.webp", "dog.JPG");
    }

    @Test
    void aPatternThatTheShellLeftAloneIsFilledIn() throws IOException {
        photo("a.jpg");
        photo("b.png");
        Files.createDirectories(folder.resolve("in/deep"));
        photo("in/c.jpg");
        photo("in/deep/d.jpg");

        assertThat(read(folder.resolve("*.jpg"))).containsExactly("a.jpg");
        assertThat(read(folder.resolve("**.jpg"))).containsExactly("a.jpg", "c.jpg", "d.jpg");
        assertThat(read(folder.resolve("*/{c,x}.jpg"))).containsExactly("c.jpg");
    }

    @Test
    void aFileWhoseNameLooksLikeAPatternIsThatFile() throws IOException {
        assertThat(read(photo("what[1]?.jpg"))).containsExactly("what[1]?.jpg");
    }

    @Test
    void aDashIsThePictureOnStandardInput() throws IOException {
        List<Photo> photos =
                PhotoArguments.read(List.of("-"), new ByteArrayInputStream(new byte[] {1, 2}));

        assertThat(photos.getFirst().content().read()).containsExactly(1, 2);
        assertThat(photos.getFirst().stem()).isEqualTo("stdin");
        assertThatThrownBy(
                        () ->
                                PhotoArguments.read(
                                        List.of("-"), new ByteArrayInputStream(new byte[0])))
                .hasMessageContaining("Nothing came");
    }

    @Test
    void whatCannotBeAPhotoIsToldInASentence() throws IOException {
        Files.createFile(folder.resolve("empty.jpg"));

        assertRefused(folder.resolve("none.jpg"), "There is no file");
        assertRefused(folder.resolve("empty.jpg"), "is empty");
        assertRefused(folder, "holds no pictures");
        assertRefused(folder.resolve("*.gif"), "No picture matches");
        assertRefused(folder.resolve("nowhere/*.gif"), "There is no folder");
        assertRefused(folder.resolve("[.jpg"), "There is no file");
    }

    private void assertRefused(Path argument, String sentence) {
        assertThatThrownBy(() -> read(argument))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(sentence);
    }

    private static List<String> read(Path... arguments) throws IOException {
        List<String> given = Arrays.stream(arguments).map(Path::toString).toList();
        return PhotoArguments.read(given, new ByteArrayInputStream(new byte[0])).stream()
                .map(Photo::name)
                .toList();
    }

    private Path photo(String name) throws IOException {
        return Files.write(folder.resolve(name), new byte[] {1});
    }
}
