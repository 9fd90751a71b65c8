package dev.polybot.bot.rest;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;

import java.util.List;

/** What the web server refuses before any controller sees it is told as every other refusal is. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ContainerRefusalsTests {

    private TestTier tier;

    @BeforeAll
    void start() {
        tier = TestTier.open();
    }

    @AfterAll
    void stop() {
        tier.close();
    }

    @ParameterizedTest
    @CsvSource({
        "GET, /api/v1/predictions?limit=\u0661, X: x, 400, malformed",
        "GET, /api/v1/predictions/\u0661, X: x, 400, malformed",
        "GET, /api/v1/predictions/%zz, X: x, 400, malformed",
        "GET, /api/v1/predictions/a%2fb, X: x, 400, malformed",
        "GET, /api/v1/classes, no colon, 400, malformed",
        "GET, /api/v1/classes, Host: another, 400, malformed",
        "POST, /api/v1/predictions, Content-Length: x, 400, malformed",
        "TRACE, /api/v1/predictions, X: x, 405, method-not-allowed",
    })
    void whatHappenedAndWhatToDoIsSaid(
            String method, String target, String header, int status, String type) throws Exception {
        Call.Answer answer = send(method, target, header);

        SubmittingTests.assertProblem(answer, status);
        assertThat(answer.json().path("type").asString()).endsWith(':' + type);
    }

    /** Source: RFC 9457, 4.2.1. */
    @ParameterizedTest
    @CsvSource({
        "POST, /api/v1/predictions, Transfer-Encoding: gzip, 501",
        "POST, /api/v1/predictions, Expect: something, 417",
        "GET, /page/main.js, Range: bytes=99999999-, 416",
    })
    void aStatusThatSaysItAllHasNoTypeOfItsOwn(
            String method, String target, String header, int status) throws Exception {
        Call.Answer answer = send(method, target, header);

        assertThat(answer.status()).isEqualTo(status);
        assertThat(answer.header("Content-Type")).startsWith("application/problem+json");
        assertThat(answer.json().path("type").asString()).isEqualTo("about:blank");
        assertThat(answer.json().path("title").asString())
                .isEqualTo(HttpStatus.valueOf(status).getReasonPhrase());
        assertThat(answer.json().path("detail").asString()).isNotBlank();
    }

    @Test
    void rawCharactersInAnAddressAreToldHowToBeWritten() throws Exception {
        assertThat(
                        send("GET", "/api/v1/predictions?limit=\u0661", "X: x")
                                .json()
                                .path("detail")
                                .asString())
                .contains("%D9%A1");
    }

    @ParameterizedTest
    @CsvSource({
        "image/jpeg, Content-Length: 5000",
        "image/jpeg, Transfer-Encoding: chunked",
        "multipart/form-data; boundary=BB, Content-Length: 5000",
        "multipart/form-data; boundary=BB, Transfer-Encoding: chunked",
        "application/json, Content-Length: 5000",
    })
    void aBodyThatEndsBeforeItsEndIsSaidToBeCutOff(String type, String framing) throws Exception {
        String begun =
                type.startsWith("multipart")
                        ? "--BB\r\nContent-Disposition: form-data; name=\"f\"; filename=\"a\"\r\n\r\nabc"
                        : "abc";

        for (String path : List.of("/api/v1/predictions", "/")) {
            Call.Answer answer =
                    RawGet.sendAndClose(
                            tier.port(),
                            "POST %s HTTP/1.1\r\nHost: 127.0.0.1:%d\r\nContent-Type: %s\r\n%s\r\n\r\n%s"
                                    .formatted(
                                            path,
                                            tier.port(),
                                            type,
                                            framing,
                                            framing.startsWith("T") ? "1388\r\n" + begun : begun));

            SubmittingTests.assertProblem(answer, 400);
            assertThat(answer.json().path("detail").asString())
                    .isEqualTo("The request's body was cut off on its way. Send it again.");
        }
    }

    /** Those two statuses alone come of a header that can be left out. */
    @ParameterizedTest
    @ValueSource(ints = {400, 404, 405, 408, 411, 413, 414, 415, 500, 501, 503, 505})
    void noHeaderIsBlamedThatIsNotAtFault(int status) {
        assertThat(ProblemException.body(HttpStatusCode.valueOf(status)).getDetail())
                .isNotBlank()
                .doesNotContain("Leave it out");
    }

    @Test
    void aBodyThatStopsComingIsSaidToHaveStopped() {
        assertThat(ProblemException.body(HttpStatus.REQUEST_TIMEOUT).getDetail())
                .startsWith("The request's body stopped coming before its end");
    }

    private Call.Answer send(String method, String target, String header) throws Exception {
        return RawGet.send(
                tier.port(),
                "%s %s HTTP/1.1\r\nHost: 127.0.0.1:%d\r\n%s\r\nConnection: close\r\n\r\n"
                        .formatted(method, target, tier.port(), header));
    }
}
