package dev.polybot.bot.rest;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.http.HttpStatus;

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

    private Call.Answer send(String method, String target, String header) throws Exception {
        return RawGet.send(
                tier.port(),
                "%s %s HTTP/1.1\r\nHost: 127.0.0.1:%d\r\n%s\r\nConnection: close\r\n\r\n"
                        .formatted(method, target, tier.port(), header));
    }
}
