package dev.polybot.local.predict;

import static org.assertj.core.api.Assertions.assertThat;

import static java.nio.charset.StandardCharsets.UTF_8;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;

class ResultFormatTests {

    @Test
    void aPhotoThatCouldNotBeDoneIsToldBesideAFormThatHasNoPlaceForIt() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        List<String> told = new ArrayList<>();
        ResultFormat csv =
                ResultFormat.tellingTroubles(
                        new CsvFormat(new PrintStream(out, true, UTF_8)), told::add);

        csv.add(
                PhotoResult.failed(
                        new Photo("trip/cut.jpg", "cut.jpg", () -> new byte[0]), "Damaged.", 0.1));
        csv.end();

        assertThat(told).containsExactly("trip/cut.jpg: Damaged.");
        assertThat(out.toString(UTF_8)).isEqualTo("photo,class,confidence,x,y,width,height\r\n");
    }

    @Test
    void anAreaOfCocoHasNoMoreDigitsThanItKnows() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        CocoFormat coco =
                new CocoFormat(new PrintStream(out, true, UTF_8), new ClassNumbers(List.of("cat")));
        Box box = new Box("cat", 0.5, 0, 0, 1.1, 1.1);
        Photo photo = new Photo("a.jpg", "a.jpg", () -> new byte[0]);

        coco.add(
                new PhotoResult(
                        photo, 300, 300, List.of(box), "", new TreeMap<>(), "", "", null, null, 0));
        coco.end();

        assertThat(out.toString(UTF_8)).contains("\"area\":1.21,");
    }

    @Test
    void labelsThatGotANumberSayWhichPhotoTheyAreOf(@TempDir Path folder) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        List<Photo> photos =
                List.of(
                        new Photo("one/a.jpg", "a.jpg", () -> new byte[0]),
                        new Photo("two/a.jpg", "a.jpg", () -> new byte[0]));
        YoloFormat yolo =
                new YoloFormat(
                        new PrintStream(out, true, UTF_8),
                        new NewFiles(folder, false),
                        new ClassNumbers(List.of("cat")),
                        photos);

        for (Photo photo : photos) {
            yolo.add(
                    new PhotoResult(
                            photo, 1, 1, List.of(), "", new TreeMap<>(), "", "", null, null, 0));
        }

        assertThat(out.toString(UTF_8).lines())
                .containsExactly(
                        "Saved " + folder.resolve("a.txt"),
                        "Saved " + folder.resolve("a-2.txt") + " for two/a.jpg");
    }
}
