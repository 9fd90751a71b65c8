package dev.polybot.bot.rest;

import static org.assertj.core.api.Assertions.assertThat;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import dev.polybot.bot.testing.Jpegs;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.ByteArrayOutputStream;
import java.net.URLEncoder;
import java.util.Base64;
import java.util.Locale;
import java.util.zip.GZIPOutputStream;

/** Forms and bodies as clients send them. */
class FormsTests {

    private static final byte[] PICTURE = Jpegs.of(64, 48);
    private static final String FORM = "multipart/form-data; boundary=BB";
    private static final String CYRILLIC = "\u0444\u043e\u0442\u043e\u0433\u0440\u0430".repeat(32);

    private TestTier tier;

    @BeforeEach
    void start() {
        tier = TestTier.open();
    }

    @AfterEach
    void stop() {
        tier.close();
    }

    @Test
    void aLongNameMayComeTwiceAsDotNetSendsIt() throws Exception {
        String name = CYRILLIC + ".jpg";
        String older = Base64.getEncoder().encodeToString(name.getBytes(UTF_8));

        Call.Answer answer =
                send(
                        part(
                                "Content-Disposition: form-data; name=file; filename=\"=?utf-8?B?"
                                        + older
                                        + "?=\"; filename*=utf-8''"
                                        + URLEncoder.encode(name, UTF_8).replace("+", "%20"),
                                PICTURE));

        assertThat(answer.status()).as(answer.text()).isEqualTo(202);
        assertThat(answer.json().path("name").asString())
                .isEqualTo(CYRILLIC.substring(0, 116) + ".jpg");
    }

    /** HTML's algorithm for multipart/form-data: a quote and line ends become %22, %0D and %0A, and % stays as it is. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "filename=\"a %22big%22 dog.jpg\" | a \"big\" dog.jpg",
                "filename=\"two%0D%0Alines.jpg\" | twolines.jpg",
                "filename=\"100% a%20b%41.jpg\" | 100% a%20b%41.jpg",
                "filename=\"a\\\"b.jpg\" | a\"b.jpg",
                "filename*=UTF-8''a%2522.jpg | a%22.jpg",
            })
    void aNameIsShownAsItWasBeforeABrowserEncodedIt(String sent, String shown) throws Exception {
        Call.Answer answer =
                send(part("Content-Disposition: form-data; name=\"f\"; " + sent, PICTURE));

        assertThat(answer.status()).as(answer.text()).isEqualTo(202);
        assertThat(answer.json().path("name").asString()).isEqualTo(shown);
    }

    @Test
    void aNameOf255CharactersMayComeAsItIs() throws Exception {
        String name = "\u0436".repeat(251) + ".jpg";

        assertThat(send(part(file(name), PICTURE)).status()).isEqualTo(202);
    }

    @Test
    void linesMayEndInABareLineFeed() throws Exception {
        byte[] form =
                joined(
                        "--BB\nContent-Disposition: form-data; name=\"f\"; filename=\"a.jpg\"\n\n",
                        PICTURE,
                        "\n--BB--\n");

        assertThat(send(form).status()).isEqualTo(202);
        assertThat(tier.objects.values()).containsExactly(PICTURE);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "multipart/form-data",
                "multipart/form-data; boundary=",
                "multipart/form-data; boundary=\"\"",
                "multipart/form-data; boundary=\"  \""
            })
    void aMissingBoundaryIsNamed(String type) throws Exception {
        Call.Answer answer = Call.post(url(), part(file("a"), PICTURE), "Content-Type", type);

        SubmittingTests.assertProblem(answer, 400);
        assertThat(answer.json().path("detail").asString()).contains("boundary");
    }

    @Test
    void anotherBoundaryThanTheOneDeclaredIsNamed() throws Exception {
        Call.Answer answer =
                Call.post(
                        url(),
                        part(file("a"), PICTURE),
                        "Content-Type",
                        "multipart/form-data; boundary=CC");

        SubmittingTests.assertProblem(answer, 400);
        assertThat(answer.json().path("detail").asString()).contains("boundary");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "--BB--    | its closing boundary, \"--BB--\", is missing",
                "'\r\n--BB--' | its closing boundary, \"--BB--\", is missing",
            })
    void aMissingEndOfTheFormIsNamed(String missing, String said) throws Exception {
        String form = new String(part(file("a"), PICTURE), ISO_8859_1);

        Call.Answer answer =
                send(form.substring(0, form.lastIndexOf(missing)).getBytes(ISO_8859_1));

        SubmittingTests.assertProblem(answer, 400);
        assertThat(answer.json().path("detail").asString()).contains(said);
    }

    @Test
    void aFormWithoutAnyBodyIsSaidToBeEmpty() throws Exception {
        Call.Answer answer = send(new byte[0]);

        SubmittingTests.assertProblem(answer, 400);
        assertThat(answer.json().path("detail").asString())
                .isEqualTo("The form is empty: the request has no body. Add a picture as a file.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"image/jpeg", "application/octet-stream"})
    void aFormThatIsCalledAPictureIsToldItsOwnType(String type) throws Exception {
        Call.Answer answer = Call.post(url(), part(file("a"), PICTURE), "Content-Type", type);

        SubmittingTests.assertProblem(answer, 415);
        assertThat(answer.json().path("detail").asString())
                .contains("is a form", "Content-Type: multipart/form-data; boundary=");
    }

    @Test
    void aSecondNameThatCannotBeReadLeavesTheFirst() throws Exception {
        Call.Answer answer = send(part(file("a.jpg") + "; filename*=UTF-8''%zz", PICTURE));

        assertThat(answer.status()).as(answer.text()).isEqualTo(202);
        assertThat(answer.json().path("name").asString()).isEqualTo("a.jpg");
    }

    /** Passed over, it would seem to be obeyed. */
    @ParameterizedTest
    @CsvSource({"confidence, 0.6", "classes, cat", "Confidence, 0.6"})
    void anOptionThatIsAFieldOfTheFormIsNamed(String option, String value) throws Exception {
        Call.Answer answer = send(withField(option, value));

        SubmittingTests.assertProblem(answer, 422);
        assertThat(answer.json().path("detail").asString())
                .contains("put it into the address, such as ?" + option.toLowerCase(Locale.ROOT));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "confidance | Did you mean \"confidence\"? Put it into the address, such as ?confidence=0.4.",
                "class | Did you mean \"classes\"? Put it into the address, such as ?classes=person,dog.",
                "name | each file's own name counts",
                "file | send each as a file, with curl as -F file=@picture.jpg.",
                "'' | send each as a file",
            })
    void aFieldThatTheFormDoesNotHaveIsNamedWithWhatWasMeant(String field, String meant)
            throws Exception {
        Call.Answer answer = send(withField(field, "x"));

        SubmittingTests.assertProblem(answer, 422);
        assertThat(answer.json().path("detail").asString())
                .contains("\"" + field + "\" is no field of the form")
                .contains(meant);
        assertThat(tier.jobs).isEmpty();
    }

    @Test
    void anOptionInTheAddressAndInTheFormIsSaidToBeThereTwice() throws Exception {
        Call.Answer answer =
                Call.post(
                        tier.url("/api/v1/predictions?confidence=0.3"),
                        withField("confidence", "0.4"),
                        "Content-Type",
                        FORM);

        SubmittingTests.assertProblem(answer, 422);
        assertThat(answer.json().path("detail").asString())
                .isEqualTo("\"confidence\" is in the address already: leave it out of the form.");
    }

    @ParameterizedTest
    @CsvSource({"_charset_, UTF-8", "submit, Upload", "comment, ''"})
    void whatFormsSayByThemselvesAsksForNothing(String field, String value) throws Exception {
        assertThat(send(withField(field, value)).status()).isEqualTo(202);
    }

    @Test
    void ofSeveralFilesTheFaultyOneIsNamed() throws Exception {
        String before = "--BB\r\n" + file("a.jpg") + "\r\n\r\n";
        for (String content : new String[] {"", "no picture", "\u0089PNG"}) {
            String after = "\r\n--BB\r\n" + file("b.jpg") + "\r\n\r\n" + content + "\r\n--BB--\r\n";
            Call.Answer answer = send(joined(before, PICTURE, after));

            SubmittingTests.assertProblem(answer, 422, 415);
            assertThat(answer.json().path("detail").asString())
                    .startsWith("Picture 2, \"b.jpg\": T");
        }
    }

    @Test
    void headersWithoutAnEndAreNamed() throws Exception {
        Call.Answer answer = send(part(file("x".repeat(40_000)), PICTURE));

        SubmittingTests.assertProblem(answer, 400);
        assertThat(answer.json().path("detail").asString()).contains("headers");
    }

    @Test
    void tooManyHeadersAreNotCalledTooLong() throws Exception {
        Call.Answer answer = send(part("X-A: 1\r\n".repeat(21) + file("a.jpg"), PICTURE));

        SubmittingTests.assertProblem(answer, 400);
        assertThat(answer.json().path("detail").asString())
                .isEqualTo("A part has more than 20 headers.");
    }

    @Test
    void aSecondFileInputMayStayEmpty() throws Exception {
        byte[] form =
                joined(
                        "--BB\r\n" + file("a.jpg") + "\r\n\r\n",
                        PICTURE,
                        "\r\n--BB\r\nContent-Disposition: form-data; name=\"second\"; filename=\"\"\r\n"
                                + "Content-Type: application/octet-stream\r\n\r\n\r\n--BB--\r\n");

        assertThat(send(form).status()).isEqualTo(202);
        assertThat(tier.jobs).hasSize(1);
    }

    @Test
    void aFileWithANameAndNoBytesIsAFault() throws Exception {
        SubmittingTests.assertProblem(send(part(file("a.jpg"), new byte[0])), 422);
    }

    @Test
    void aPictureMayComeAsBase64() throws Exception {
        byte[] form =
                part(
                        file("a.jpg") + "\r\nContent-Transfer-Encoding: base64",
                        Base64.getMimeEncoder().encode(PICTURE));

        assertThat(send(form).status()).isEqualTo(202);
        assertThat(tier.objects.values()).containsExactly(PICTURE);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "image/jpeg; charset=binary",
                "image/jpeg; charset=no-such-charset",
                "image/jpg",
                "image/*",
                "binary/octet-stream",
                "application/octet-stream",
                "application/x-www-form-urlencoded",
                "",
                "  "
            })
    void whatABodyCallsItselfHardlyMatters(String type) throws Exception {
        assertThat(Call.post(url(), PICTURE, "Content-Type", type).status()).isEqualTo(202);
    }

    /** As curl -d sends a file: without its line ends and NULs. */
    @ParameterizedTest
    @ValueSource(strings = {"jpg", "text"})
    void whatComesAsATextFormIsToldHowToSendIt(String kind) throws Exception {
        String file = kind.equals("jpg") ? new String(PICTURE, ISO_8859_1) : "file=@photo.jpg";
        byte[] stripped = file.replaceAll("[\r\n\0]", "").getBytes(ISO_8859_1);

        Call.Answer answer =
                Call.post(url(), stripped, "Content-Type", "application/x-www-form-urlencoded");

        SubmittingTests.assertProblem(answer, 415);
        assertThat(answer.json().path("detail").asString())
                .contains("-F file=@picture.jpg", "--data-binary", "Content-Type: image/jpeg");
        assertThat(answer.header("Accept")).contains("image/jpeg", "multipart/form-data");
    }

    @ParameterizedTest
    @ValueSource(strings = {"gzip", "br", "identity, gzip", "X-Gzip"})
    void aCompressedBodyIsToldToComeAsItIs(String coding) throws Exception {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
            gzip.write(PICTURE);
        }

        for (String type : new String[] {"image/jpeg", FORM, "application/json"}) {
            Call.Answer answer =
                    Call.post(
                            url(),
                            packed.toByteArray(),
                            "Content-Type",
                            type,
                            "Content-Encoding",
                            coding);

            SubmittingTests.assertProblem(answer, 415);
            assertThat(answer.json().path("detail").asString())
                    .contains('"' + coding + '"', "without Content-Encoding");
            assertThat(answer.header("Accept-Encoding")).isEqualTo("identity");
        }
    }

    @Test
    void aBodyThatSaysItIsAsItIsIsTaken() throws Exception {
        assertThat(Call.post(url(), PICTURE, "Content-Encoding", "identity").status())
                .isEqualTo(202);
    }

    @ParameterizedTest
    @ValueSource(strings = {"application/xml", "image/jpeg", "multipart/form-data; boundary=BB"})
    void whatIsNoPictureIsToldWhatIsTaken(String type) throws Exception {
        byte[] text = "no picture".getBytes(UTF_8);
        byte[] body = type.startsWith("multipart") ? part(file("a.jpg"), text) : text;

        Call.Answer answer = Call.post(url(), body, "Content-Type", type);

        SubmittingTests.assertProblem(answer, 415);
        assertThat(answer.header("Accept")).contains("image/jpeg", "multipart/form-data");
    }

    private java.net.URI url() {
        return tier.url("/api/v1/predictions");
    }

    private Call.Answer send(byte[] form) throws Exception {
        return Call.post(url(), form, "Content-Type", FORM);
    }

    private static String file(String name) {
        return "Content-Disposition: form-data; name=\"f\"; filename=\"" + name + "\"";
    }

    private static byte[] withField(String field, String value) {
        return joined(
                "--BB\r\nContent-Disposition: form-data; name=\""
                        + field
                        + "\"\r\n\r\n"
                        + value
                        + "\r\n",
                part(file("a.jpg"), PICTURE),
                "");
    }

    private static byte[] part(String headers, byte[] content) {
        return joined("--BB\r\n" + headers + "\r\n\r\n", content, "\r\n--BB--\r\n");
    }

    private static byte[] joined(String before, byte[] content, String after) {
        ByteArrayOutputStream form = new ByteArrayOutputStream();
        form.writeBytes(before.getBytes(UTF_8));
        form.writeBytes(content);
        form.writeBytes(after.getBytes(UTF_8));
        return form.toByteArray();
    }
}
