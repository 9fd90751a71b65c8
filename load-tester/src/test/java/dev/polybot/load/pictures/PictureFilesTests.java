package dev.polybot.load.pictures;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

class PictureFilesTests {

    private static final byte[] PNG = {(byte) 0x89, 'P', 'N', 'G', 13, 10, 26, 10};

    @TempDir private Path folder;

    @Test
    void aFolderGivesItsPicturesByName() throws IOException {
        write("b.JPG");
        write("a.png");
        write("notes.txt");
        Files.createDirectory(folder.resolve("c.jpg"));

        PictureFiles found = PictureFiles.in(List.of(folder));

        assertThat(found.pictures())
                .extracting(PictureFile::name)
                .containsExactly("a.png", "b.JPG");
    }

    @Test
    void whatAFolderHoldsBesidePicturesIsSaid() throws IOException {
        write("a.png");
        assertThat(PictureFiles.in(List.of(folder)).passedOverInWords()).isEmpty();

        write(".DS_Store");
        write("notes.txt");
        assertThat(PictureFiles.in(List.of(folder)).passedOverInWords())
                .isEqualTo(
                        "Passed over, as it is not called like a picture: "
                                + folder.resolve("notes.txt"));

        Files.createDirectory(folder.resolve("c.jpg"));
        write("d.webm");
        assertThat(PictureFiles.in(List.of(folder)).passedOverInWords())
                .isEqualTo(
                        "Passed over, as they are not called like pictures: 3 files or folders, the first of them "
                                + folder.resolve("c.jpg"));
    }

    @Test
    void whereThereIsNoPictureItIsSaidWhatThereIs() throws IOException {
        write("notes.txt");

        assertThatThrownBy(() -> PictureFiles.in(List.of(folder)))
                .hasMessageContaining("no picture")
                .hasMessageEndingWith("notes.txt");
    }

    @Test
    void aPictureIsTakenWhateverItIsCalled() throws IOException {
        assertThat(PictureFiles.in(List.of(write("anything.txt"))).pictures()).hasSize(1);
    }

    /** Only then is it worth starting a system. */
    @Test
    void oneOfTheFilesIsAPicture() throws IOException {
        Path text = Files.writeString(folder.resolve("README.md"), "# Read me");
        Path page = Files.writeString(folder.resolve("photo.jpg"), "<html>Not found</html>");

        assertThatThrownBy(() -> PictureFiles.in(List.of(text)))
                .hasMessage(
                        "README.md is no picture that can be read. JPEG, PNG, GIF, WebP and BMP can.");
        assertThatThrownBy(() -> PictureFiles.in(List.of(text, folder)))
                .hasMessageStartingWith("None of the files is a picture");
        assertThat(PictureFiles.in(List.of(page, write("a.png"))).pictures()).hasSize(2);
    }

    @Test
    void whatCannotBeSentIsRefused() throws IOException {
        assertThatThrownBy(() -> PictureFiles.in(List.of(folder)))
                .hasMessageContaining("no picture");
        assertThatThrownBy(() -> PictureFiles.in(List.of(folder.resolve("x.jpg"))))
                .hasMessageContaining("no file");
        Path huge = folder.resolve("huge.jpg");
        try (RandomAccessFile file = new RandomAccessFile(huge.toFile(), "rw")) {
            file.setLength(51L * 1024 * 1024);
        }
        assertThatThrownBy(() -> PictureFiles.in(List.of(huge))).hasMessageContaining("50 MB");
        Path one = write("one.jpg");
        assertThatThrownBy(() -> PictureFiles.in(List.of(one, one)))
                .hasMessageContaining("Two pictures");
    }

    @Test
    void everyPictureComesEquallyOftenInAnOrderThatTheSeedDecides() {
        List<PictureFile> pictures =
                List.of("a", "b", "c", "d", "e").stream()
                        .map(name -> new PictureFile(name, Path.of(name), 1))
                        .toList();

        List<String> order = order(pictures, 7);

        assertThat(order).isEqualTo(order(pictures, 7)).isNotEqualTo(order(pictures, 8));
        for (PictureFile picture : pictures) {
            assertThat(order.stream().filter(picture.name()::equals)).hasSize(4);
        }
    }

    private static List<String> order(List<PictureFile> pictures, long seed) {
        PictureOrder order = new PictureOrder(pictures, seed);
        List<String> names = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            names.add(order.next().name());
        }
        return names;
    }

    private Path write(String name) throws IOException {
        return Files.write(folder.resolve(name), PNG);
    }
}
