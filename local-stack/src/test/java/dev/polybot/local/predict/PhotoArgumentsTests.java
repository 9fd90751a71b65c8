package dev.polybot.local.predict;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import static java.nio.charset.StandardCharsets.UTF_8;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

class PhotoArgumentsTests {

    private static final byte[] JPEG = {(byte) 0xFF, (byte) 0xD8, (byte) 0xFF, 1};

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
    void whatAFolderHoldsBesideItsPicturesIsSaidInOneSentence() throws IOException {
        photo("dog.jpg");
        photo("dog-predicted.jpg");
        photo("notes.txt");
        photo("raw.heic");
        photo(".DS_Store");
        Files.createDirectory(folder.resolve("deeper"));

        assertThat(passedOver(folder))
                .isEqualTo(
                        "Passed over: 1 HEIC file, 1 file not named like a picture, 1 earlier result,"
                                + " 1 folder inside; '"
                                + folder
                                + "/**' goes into folders. HEIC cannot be read: save such pictures as JPEG.");
        assertThat(passedOver(folder.resolve("*.{jpg,txt}")))
                .isEqualTo("Passed over: 1 file not named like a picture, 1 earlier result.");
        assertThat(passedOver(folder.resolve("dog.jpg"))).isEmpty();
        Files.delete(folder.resolve("dog.jpg"));
        assertRefused(folder, "holds no pictures. Passed over: 1 HEIC file, 1 file not");
    }

    @Test
    void aPictureOfAFolderThatIsEmptyOrALinkToNothingIsToldInItsTurn() throws IOException {
        photo("a.jpg");
        Files.createFile(folder.resolve("empty.png"));
        Files.createSymbolicLink(folder.resolve("link.jpg"), Path.of("gone.jpg"));

        List<Photo> photos =
                PhotoArguments.read(List.of(folder.toString()), InputStream.nullInputStream())
                        .photos();

        assertThat(photos)
                .extracting(Photo::name)
                .containsExactly("a.jpg", "empty.png", "link.jpg");
        assertThatThrownBy(() -> photos.get(1).content().read()).hasMessage("the file is empty");
        assertThatThrownBy(() -> photos.get(2).content().read())
                .hasMessage("it is a link to gone.jpg, which is not there");
    }

    @Test
    void picturesOfWhichNoneCanBeReadAreNotCalledNone() throws IOException {
        Files.createFile(folder.resolve("a.jpg"));
        Files.createFile(folder.resolve("b.png"));

        assertRefused(
                folder,
                "holds no pictures: "
                        + folder.resolve("a.jpg")
                        + " and 1 more are named like one, but the file is empty.");
        assertRefused(
                folder.resolve("*.jpg"),
                "*.jpg: " + folder.resolve("a.jpg") + " is named like one, but the file is empty.");
        Files.createSymbolicLink(folder.resolve("c.gif"), Path.of("gone.gif"));
        photo("notes.txt");
        assertRefused(
                folder,
                "holds no pictures: "
                        + folder.resolve("a.jpg")
                        + " and 2 more are named like one, but the file is empty or"
                        + " it is a link to gone.gif, which is not there. Passed over: 1 file not named like a picture.");
    }

    /** As a phone names its photos. */
    @Test
    void picturesOfFormatsThatCannotBeReadAreCountedByTheirFormats() throws IOException {
        for (String name : List.of("a.HEIC", "b.heif", "c.tif", "d.avif", "e.txt")) {
            photo(name);
        }

        assertRefused(
                folder,
                "holds no pictures. Passed over: 1 AVIF file, 2 HEIC files, 1 TIFF file,"
                        + " 1 file not named like a picture."
                        + " AVIF, HEIC, TIFF cannot be read: save such pictures as JPEG.");
    }

    /** A Mac puts a ._IMG.JPG beside every photo on a stick. */
    @Test
    void hiddenFilesAreLeftAloneInFoldersAndPatternsThatDoNotNameThem() throws IOException {
        photo("IMG.JPG");
        photo("._IMG.JPG");
        Files.createDirectory(folder.resolve(".thumbnails"));
        photo(".thumbnails/IMG.JPG");

        assertThat(read(folder)).containsExactly("IMG.JPG");
        assertThat(read(folder.resolve("**"))).containsExactly("IMG.JPG");
        assertThat(read(folder.resolve("*.JPG"))).containsExactly("IMG.JPG");
        assertThat(read(folder.resolve(".thumbnails"))).containsExactly("IMG.JPG");
        assertThat(read(folder.resolve(".thumb*/*.JPG"))).containsExactly("IMG.JPG");
        assertThat(read(folder.resolve("._*.JPG"))).containsExactly("._IMG.JPG");
        assertThat(read(folder.resolve("._IMG.JPG"))).containsExactly("._IMG.JPG");
    }

    /** However it came to be named. */
    @Test
    void aFileAmongOthersThatCannotBeReadDoesNotEndTheRest() throws IOException {
        Path empty = Files.createFile(folder.resolve("empty.jpg"));
        Path link = Files.createSymbolicLink(folder.resolve("link.jpg"), Path.of("gone.jpg"));
        Path huge = folder.resolve("huge.jpg");
        try (RandomAccessFile content = new RandomAccessFile(huge.toFile(), "rw")) {
            content.setLength(51L * 1024 * 1024);
        }

        List<String> inTurn = List.of("a.jpg", "empty.jpg", "huge.jpg", "link.jpg");
        assertThat(read(photo("a.jpg"), empty, huge, link)).isEqualTo(inTurn);
        assertThat(read(folder)).isEqualTo(inTurn);
        assertThatThrownBy(
                        () ->
                                PhotoArguments.readAny(
                                        List.of(empty.toString(), link.toString()),
                                        InputStream.nullInputStream()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(
                        empty
                                + ": the file is empty. "
                                + link
                                + ": it is a link to gone.jpg, which is not there.");
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

    /** As shells read it, and as the README has it. */
    @Test
    void twoStarsStandForNoFolderToo() throws IOException {
        photo("a.jpg");
        Files.createDirectories(folder.resolve("in/deep"));
        photo("in/c.jpg");
        photo("in/deep/d.JPG");

        assertThat(read(folder.resolve("**/*.jpg"))).containsExactly("a.jpg", "c.jpg");
        assertThat(read(folder.resolve("in/**/*.{jpg,JPG}"))).containsExactly("c.jpg", "d.JPG");
    }

    @Test
    void aFileWhoseNameLooksLikeAPatternIsThatFile() throws IOException {
        assertThat(read(photo("what[1]?.jpg"))).containsExactly("what[1]?.jpg");
    }

    @Test
    void aDashIsThePictureOnStandardInput() throws IOException {
        List<Photo> photos =
                PhotoArguments.read(List.of("-"), new ByteArrayInputStream(JPEG)).photos();

        assertThat(photos.getFirst().content().read()).isEqualTo(JPEG);
        assertThat(photos.getFirst().stem()).isEqualTo("stdin");
        assertThatThrownBy(
                        () ->
                                PhotoArguments.read(
                                        List.of("-"), new ByteArrayInputStream(new byte[0])))
                .hasMessageContaining("Nothing came");
    }

    @Test
    void standardInputCanBeNamedOnce() {
        assertThatThrownBy(
                        () ->
                                PhotoArguments.read(
                                        List.of("-", "-"), new ByteArrayInputStream(JPEG)))
                .hasMessage("Standard input is one picture: name it once, as a single -.");
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

    @ParameterizedTest
    @ValueSource(
            strings = {
                "# Read me",
                "GIF",
                "%PDF-1.7",
                "\0\0\0\30ftypheic",
                "RIFF....WAVE",
                "<svg/>"
            })
    void whatIsNoPictureIsToldBeforeAnythingStarts(String content) throws IOException {
        Files.writeString(folder.resolve("a.jpg"), content, StandardCharsets.ISO_8859_1);
        Files.writeString(folder.resolve("b.jpg"), content, StandardCharsets.ISO_8859_1);

        assertRefused(folder.resolve("a.jpg"), "a.jpg is no picture that can be read. JPEG, PNG");
        assertRefused(folder, "None of the files is a picture");
        assertThatThrownBy(
                        () ->
                                PhotoArguments.read(
                                        List.of("-"),
                                        new ByteArrayInputStream(content.getBytes(UTF_8))))
                .hasMessage("- is no picture that can be read. JPEG, PNG, GIF, WebP and BMP can.");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\u0089PNG\r\n\u001a\n",
                "GIF89a",
                "BM",
                "RIFF....WEBP",
                "\u00ff\u00d8\u00ff",
                "\u00ff\u00d8\0\0\u00ff"
            })
    void aPictureIsOneWhateverItIsCalled(String content) throws IOException {
        Path file = folder.resolve("noname");
        Files.writeString(file, content, StandardCharsets.ISO_8859_1);

        assertThat(read(file)).containsExactly("noname");
    }

    /** It is told when its turn comes, and keeps nobody waiting. */
    @Test
    void oneAmongOthersThatIsNoPictureDoesNotEndTheRest() throws IOException {
        Path notes = Files.writeString(folder.resolve("notes.jpg"), "notes");

        assertThat(read(photo("a.jpg"), notes)).containsExactly("a.jpg", "notes.jpg");
    }

    @Test
    void aLinkThatLeadsNowhereIsToldAsOne() throws IOException {
        Files.createSymbolicLink(folder.resolve("link.jpg"), Path.of("gone.jpg"));

        assertRefused(folder.resolve("link.jpg"), "is a link to gone.jpg, which is not there");
    }

    private void assertRefused(Path argument, String sentence) {
        assertThatThrownBy(() -> read(argument))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(sentence);
    }

    private static List<String> read(Path... arguments) throws IOException {
        List<String> given = Arrays.stream(arguments).map(Path::toString).toList();
        return PhotoArguments.read(given, new ByteArrayInputStream(new byte[0])).photos().stream()
                .map(Photo::name)
                .toList();
    }

    private static String passedOver(Path argument) throws IOException {
        return PhotoArguments.read(
                        List.of(argument.toString()), new ByteArrayInputStream(new byte[0]))
                .passedOver();
    }

    private Path photo(String name) throws IOException {
        return Files.write(folder.resolve(name), JPEG);
    }
}
