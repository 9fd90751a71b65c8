package dev.polybot.local.predict;

import static org.assertj.core.api.Assertions.assertThat;

import static java.nio.charset.StandardCharsets.UTF_8;

import org.junit.jupiter.api.Test;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;

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
}
