package dev.polybot.local.telegram.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Random;

class MultipartReaderTests {

    private static final String BOUNDARY = "xYzZY";

    @TempDir private Path temporary;

    @Test
    void readsFieldsAndFiles() throws IOException {
        Form form =
                read(
                        field("caption", "prädict"),
                        file("photo", "a b.jpg", "bytes"),
                        file("photo", "c.jpg", "more"));

        assertThat(form.text("caption")).isEqualTo("prädict");
        assertThat(form.allFiles()).extracting(Upload::name).containsExactly("a b.jpg", "c.jpg");
        assertThat(form.allFiles().getLast().content()).hasContent("more");
    }

    @Test
    void aFileMayContainWhatLooksLikeTheBoundary() throws IOException {
        String tricky = "\r\n--xYzZ\r\n\r\r\n--\r\n-xYzZY --xYzZY\r";

        Form form = read(file("f", "f", tricky));

        assertThat(form.allFiles().getFirst().content()).hasContent(tricky);
    }

    @Test
    void anyBytesComeThroughUnchanged() throws IOException {
        Random random = new Random(7);
        byte[] alphabet = "\r\n-xYzZ".getBytes(ISO_8859_1);
        for (int round = 0; round < 200; round++) {
            byte[] content = new byte[random.nextInt(200)];
            for (int i = 0; i < content.length; i++) {
                content[i] = alphabet[random.nextInt(alphabet.length)];
            }
            Form form = read(file("f", "f", new String(content, ISO_8859_1)));

            assertThat(Files.readAllBytes(form.allFiles().getFirst().content())).isEqualTo(content);
        }
    }

    @Test
    void aFileNameNeverLeadsToAnotherFolder() throws IOException {
        Form form =
                read(
                        file("a", "../../etc/passwd", "x"),
                        file("b", "C:\\\\temp\\\\x.png", "x"),
                        file("c", "..", "x"));

        assertThat(form.allFiles())
                .extracting(Upload::name)
                .containsExactly("passwd", "x.png", "file");
    }

    @Test
    void aBodyThatIsCutOffIsRefusedAndLeavesNoFile() throws IOException {
        String whole = body(file("f", "f", "content"));
        for (int length : new int[] {0, 3, 20, 60, whole.length() - 12}) {
            assertThatThrownBy(() -> read(whole.substring(0, length).getBytes(UTF_8)))
                    .isInstanceOf(Refusal.class);
        }
        assertThat(temporary).isEmptyDirectory();
    }

    @Test
    void aFieldThatIsTooLongIsRefused() {
        assertThatThrownBy(() -> read(field("text", "x".repeat(300_000))))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.status()).isEqualTo(413));
    }

    @Test
    void theTemporaryFilesGoWithTheForm() throws IOException {
        read(file("f", "f", "x")).close();

        assertThat(temporary).isEmptyDirectory();
    }

    private Form read(String... parts) throws IOException {
        return read(body(parts).getBytes(UTF_8));
    }

    private Form read(byte[] body) throws IOException {
        return new MultipartReader(temporary)
                .read(new ByteArrayInputStream(body), BOUNDARY, new LinkedHashMap<>());
    }

    private static String body(String... parts) {
        return String.join("", parts) + "--" + BOUNDARY + "--\r\n";
    }

    private static String field(String name, String value) {
        return "--%s\r\nContent-Disposition: form-data; name=\"%s\"\r\n\r\n%s\r\n"
                .formatted(BOUNDARY, name, value);
    }

    private static String file(String name, String fileName, String content) {
        return ("--%s\r\ncontent-disposition: form-data; name=\"%s\"; filename=\"%s\"\r\n"
                        + "Content-Type: image/png\r\n\r\n%s\r\n")
                .formatted(BOUNDARY, name, fileName, content);
    }
}
