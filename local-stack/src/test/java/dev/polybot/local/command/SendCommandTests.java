package dev.polybot.local.command;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

class SendCommandTests {

    private static final byte[] JPEG = {(byte) 0xFF, (byte) 0xD8, (byte) 0xFF};

    @TempDir private Path folder;
    @TempDir private Path out;
    private FakeChat chat;

    @BeforeEach
    void start() throws IOException {
        chat = new FakeChat();
    }

    @AfterEach
    void stop() {
        chat.close();
    }

    /** Telegram's albums hold ten. */
    @Test
    void aFolderIsSentInAlbumsOfTenInOrderAndEachAnswerIsALineAndAFile() throws IOException {
        List<String> names = IntStream.range(10, 22).mapToObj(i -> "p" + i + ".jpg").toList();
        for (String name : names) {
            photo(name);
        }
        photo("p10-answer.jpg");
        photo("p11-predicted.jpg");
        Path mine = Files.writeString(out.resolve("p12-answer.jpg"), "mine");

        Said said = send(folder.toString(), "--caption", "predict");

        assertThat(said.code()).as(said.troubles()).isZero();
        assertThat(said.troubles()).contains("Passed over: 2 earlier results.");
        assertThat(chat.albums).containsExactly(names.subList(0, 10), names.subList(10, 12));
        assertThat(said.lines())
                .hasSize(12)
                .startsWith("  ✓ Saved " + out.resolve("p10-answer.jpg") + "  A dog. Sure.")
                .endsWith("  ✓ Saved " + out.resolve("p21-answer.jpg") + "  A dog. Sure.");
        assertThat(mine).hasContent("mine");
        assertThat(out.resolve("p12-answer-2.jpg")).hasContent("boxes");
        assertThat(out).isDirectoryContaining("glob:**/p20-answer.jpg");
    }

    @Test
    void aPatternNamesPicturesAndStandardInputIsOne() throws IOException {
        photo("b.png");
        photo("a.png");
        photo("c.jpg");
        InputStream before = System.in;
        System.setIn(new ByteArrayInputStream(JPEG));
        try {
            assertThat(send("-", folder + "/*.png").code()).isZero();
        } finally {
            System.setIn(before);
        }

        assertThat(chat.albums).containsExactly(List.of("stdin", "a.png", "b.png"));
        assertThat(out.resolve("stdin-answer.jpg")).hasContent("boxes");
    }

    @ParameterizedTest
    @ValueSource(strings = {"--force", "--json"})
    void whatIsSaidWhileAPictureWaitsForItsTurnIsNotTheAnswer(String option) throws IOException {
        photo("a.jpg");
        chat.busy = true;

        Said said = send(folder.toString(), option);

        assertThat(said.code()).as(said.troubles()).isZero();
        assertThat(said.lines()).noneMatch(line -> line.contains("is waiting"));
        assertThat(out.resolve("a-answer.jpg")).hasContent("boxes");
    }

    @Test
    void aFileThatCannotBeReadIsToldAndTheOthersAreSent() throws IOException {
        photo("b.jpg");
        Files.createFile(folder.resolve("a.jpg"));

        Said said = send(folder.toString());

        assertThat(said.code()).isEqualTo(1);
        assertThat(said.troubles()).contains("a.jpg: the file is empty");
        assertThat(chat.albums).containsExactly(List.of("b.jpg"));
    }

    @Test
    void anAlbumThatTheChatDoesNotTakeIsNamedAndTheNextIsSent() throws IOException {
        for (int i = 10; i < 21; i++) {
            photo("p" + i + ".jpg");
        }
        chat.refused = "p13.jpg";

        Said said = send(folder.toString());

        assertThat(said.code()).isEqualTo(1);
        assertThat(said.troubles())
                .contains(
                        folder.resolve("p10.jpg")
                                + " to "
                                + folder.resolve("p19.jpg")
                                + ": The chat does not take this: IMAGE_PROCESS_FAILED");
        assertThat(chat.albums).containsExactly(List.of("p20.jpg"));
        assertThat(out.resolve("p20-answer.jpg")).hasContent("boxes");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            textBlock =
                    """
                    PHOTO_INVALID_DIMENSIONS; width and height may be 10,000 pixels together
                    IMAGE_PROCESS_FAILED;     only sound JPEG, PNG, GIF, BMP and TIFF pictures
                    """)
    void whatIsNotTakenAsAPhotoIsSentAsAFileAndWhyIsSaid(String refusal, String why)
            throws IOException {
        photo("p.jpg");
        chat.refused = "p.jpg";
        chat.refusal = "Bad Request: " + refusal;
        chat.takesAnyFile = true;

        Said said = send(folder.resolve("p.jpg").toString());

        assertThat(said.code()).as(said.troubles()).isZero();
        assertThat(said.troubles()).contains("Sent as a file, as with --as-file: ", why);
    }

    @Test
    void whatIsRefusedForAnotherReasonIsNotSentAgain() throws IOException {
        photo("p.jpg");
        chat.refused = "p.jpg";
        chat.refusal = "Bad Request: message caption is too long";
        chat.takesAnyFile = true;

        Said said = send(folder.resolve("p.jpg").toString());

        assertThat(said.code()).isEqualTo(1);
        assertThat(said.troubles())
                .contains("message caption is too long")
                .doesNotContain("--as-file");
    }

    private void photo(String name) throws IOException {
        Files.write(folder.resolve(name), JPEG);
    }

    private record Said(int code, List<String> lines, String troubles) {}

    private Said send(String... arguments) {
        List<String> all =
                new ArrayList<>(List.of("send", "--page", chat.address(), "--out", out.toString()));
        all.addAll(List.of(arguments));
        PrintStream output = System.out;
        PrintStream errors = System.err;
        ByteArrayOutputStream said = new ByteArrayOutputStream();
        ByteArrayOutputStream troubles = new ByteArrayOutputStream();
        System.setOut(new PrintStream(said));
        System.setErr(new PrintStream(troubles));
        try {
            int code = PolybotCommand.run(all.toArray(String[]::new));
            return new Said(code, said.toString().lines().toList(), troubles.toString());
        } finally {
            System.setOut(output);
            System.setErr(errors);
        }
    }
}
