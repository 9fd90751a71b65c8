package dev.polybot.bot.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.polybot.bot.settings.InvalidSettingsException;
import dev.polybot.bot.testing.Jpegs;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;

class AccessTests {

    @Test
    void onlyAKeyLetsIn() throws Exception {
        try (TestTier tier = TestTier.keyed()) {
            var classes = tier.url("/api/v1/classes");

            Call.Answer none = Call.get(classes);
            SubmittingTests.assertProblem(none, 401);
            assertThat(none.header("WWW-Authenticate")).startsWith("Bearer");
            for (String wrong : List.of("x", TestTier.KEY + "x", "", "one")) {
                SubmittingTests.assertProblem(Call.get(classes, "X-API-Key", wrong), 401);
                SubmittingTests.assertProblem(
                        Call.get(classes, "Authorization", "Bearer " + wrong), 401);
            }
            SubmittingTests.assertProblem(
                    Call.get(classes, "Authorization", "Basic " + TestTier.KEY), 401);
            assertThat(Call.get(classes, "X-API-Key", TestTier.KEY).status()).isEqualTo(200);
            assertThat(Call.get(classes, "Authorization", "bearer " + TestTier.KEY).status())
                    .isEqualTo(200);
        }
    }

    @Test
    void pagesAndTheContractNeedNoKey() throws Exception {
        try (TestTier tier = TestTier.keyed()) {
            for (String path : List.of("/", "/openapi.yaml", "/openapi.json", "/favicon.ico")) {
                assertThat(Call.get(tier.url(path)).status()).as(path).isEqualTo(200);
            }
            assertThat(Call.get(tier.url("/page/x/..%2f..%2fapplication.yml")).status())
                    .isIn(400, 401, 404);
            SubmittingTests.assertProblem(Call.get(tier.url("/page/application.yml")), 404);
        }
    }

    @Test
    void anOpenTierHearsThisMachineAlone() throws Exception {
        try (TestTier tier = TestTier.open()) {
            String own = "http://127.0.0.1:" + tier.port();
            var classes = tier.url("/api/v1/classes");

            assertThat(Call.get(classes, "Origin", own).status()).isEqualTo(200);
            SubmittingTests.assertProblem(Call.get(classes, "Origin", "http://evil.example"), 403);
            SubmittingTests.assertProblem(Call.get(classes, "Origin", "null"), 403);
            SubmittingTests.assertProblem(
                    Call.post(
                            tier.url("/api/v1/predictions"),
                            Jpegs.of(8, 8),
                            "Origin",
                            "http://evil.example"),
                    403);
            SubmittingTests.assertProblem(Call.get(classes, "Sec-Fetch-Site", "cross-site"), 403);
            assertThat(statusOf(tier, "evil.example")).contains(" 403 ");
            assertThat(statusOf(tier, "127.0.0.1.evil.example")).contains(" 403 ");
            assertThat(statusOf(tier, "localhost:" + tier.port())).contains(" 200 ");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "0.0.0.0", "192.0.2.7", "::"})
    void openGoesWithLoopbackOnly(String address) {
        assertThatThrownBy(
                        () ->
                                new RestSettings(
                                        0,
                                        address,
                                        "",
                                        "",
                                        true,
                                        RestSettings.CompatResult.TOP,
                                        "",
                                        List.of(),
                                        TestTier.limits()))
                .isInstanceOf(InvalidSettingsException.class)
                .hasMessageContaining("REST_OPEN");
    }

    @ParameterizedTest
    @ValueSource(strings = {"https://example.org", "exa mple", "example.org/pictures", "*example"})
    void picturesComeFromNamedHostsOnly(String host) {
        assertThatThrownBy(
                        () ->
                                new RestSettings(
                                        0,
                                        "127.0.0.1",
                                        "",
                                        "",
                                        false,
                                        RestSettings.CompatResult.TOP,
                                        "",
                                        List.of("example.org", host),
                                        TestTier.limits()))
                .isInstanceOf(InvalidSettingsException.class)
                .hasMessageContaining("REST_PICTURE_HOSTS");
    }

    @Test
    void aKeyHasItsRate() throws Exception {
        RestLimits limits = TestTier.limits();
        RestLimits slow =
                new RestLimits(
                        limits.picture(),
                        limits.pictures(),
                        limits.request(),
                        limits.uploads(),
                        limits.bytesInFlight(),
                        limits.waiting(),
                        3,
                        limits.uploadTime(),
                        limits.compatWait());
        try (TestTier tier = new TestTier(TestTier.settings(false, TestTier.KEYS, slow))) {
            var classes = tier.url("/api/v1/classes");
            Call.Answer last = Call.get(classes, "X-API-Key", TestTier.KEY);
            for (int i = 0; i < 7; i++) {
                last = Call.get(classes, "X-API-Key", TestTier.KEY);
            }

            SubmittingTests.assertProblem(last, 429);
            assertThat(Integer.parseInt(last.header("Retry-After"))).isBetween(1, 61);
            assertThat(last.header("RateLimit")).startsWith("\"key\";r=0;t=");
            assertThat(Call.get(classes, "X-API-Key", TestTier.OTHER_KEY).status()).isEqualTo(200);
        }
    }

    private static String statusOf(TestTier tier, String host) throws IOException {
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress("127.0.0.1", tier.port()));
            socket.getOutputStream()
                    .write(
                            ("GET /api/v1/classes HTTP/1.1\r\nHost: "
                                            + host
                                            + "\r\nConnection: close\r\n\r\n")
                                    .getBytes(StandardCharsets.US_ASCII));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .findFirst()
                    .orElse("");
        }
    }
}
