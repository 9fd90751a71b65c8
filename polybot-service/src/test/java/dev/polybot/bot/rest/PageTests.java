package dev.polybot.bot.rest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.polybot.bot.testing.Jpegs;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;

class PageTests {

    private static final Pattern SCRIPT = Pattern.compile("src=\"(/page/[0-9a-f]{12}/main\\.js)\"");

    /** The page and everything that it loads, compressed as it travels: a photo of a phone has fifty times as much. */
    private static final int MOST_BYTES = 60_000;

    @Test
    void thePageNeedsNoKeyAndLetsNothingInFromElsewhere() throws Exception {
        try (TestTier tier = TestTier.keyed()) {
            Call.Answer page = Call.get(tier.url("/"));

            assertThat(page.status()).isEqualTo(200);
            assertThat(page.header("Content-Type")).isEqualTo("text/html;charset=UTF-8");
            assertThat(page.header("Cache-Control")).isEqualTo("no-cache");
            assertThat(page.header("X-Content-Type-Options")).isEqualTo("nosniff");
            assertThat(page.header("Referrer-Policy")).isEqualTo("no-referrer");
            assertThat(page.header("Content-Security-Policy"))
                    .startsWith("default-src 'none'; script-src 'self';")
                    .doesNotContain("unsafe");
            assertThat(page.text())
                    .doesNotContain("<script>", "<style", " style=", " onclick", "https://");
        }
    }

    @Test
    void whatThePageLoadsHasAVersionAndIsKeptForEver() throws Exception {
        try (TestTier tier = TestTier.open()) {
            String script = script(tier);

            Call.Answer versioned = Call.get(tier.url(script));
            assertThat(versioned.status()).isEqualTo(200);
            assertThat(versioned.header("Content-Type")).isEqualTo("text/javascript;charset=UTF-8");
            assertThat(versioned.header("Cache-Control")).contains("immutable");

            Call.Answer ofAnOlderPage = Call.get(tier.url("/page/0123456789ab/main.js"));
            assertThat(ofAnOlderPage.status()).isEqualTo(200);
            assertThat(ofAnOlderPage.header("Cache-Control")).isEqualTo("no-cache");
        }
    }

    @Test
    void whatABrowserHasAlreadyIsNotSentAgain() throws Exception {
        try (TestTier tier = TestTier.open()) {
            URI home = tier.url("/");
            String tag = Call.get(home).header("ETag");

            Call.Answer again = Call.get(home, "If-None-Match", tag);

            assertThat(again.status()).isEqualTo(304);
            assertThat(again.body()).isEmpty();
            assertThat(Call.get(home, "If-None-Match", "\"other\"").status()).isEqualTo(200);
        }
    }

    @Test
    void filesTravelCompressed() throws Exception {
        try (TestTier tier = TestTier.open()) {
            URI script = tier.url(script(tier));
            byte[] plain = Call.get(script).body();

            Call.Answer compressed = Call.get(script, "Accept-Encoding", "gzip, br");

            assertThat(compressed.header("Content-Encoding")).isEqualTo("gzip");
            assertThat(compressed.header("Vary")).isEqualToIgnoringCase("Accept-Encoding");
            assertThat(compressed.body()).hasSizeLessThan(plain.length);
            assertThat(unzip(compressed.body())).isEqualTo(plain);
        }
    }

    @Test
    void thePageStaysSmall() throws Exception {
        int bytes = 0;
        try (TestTier tier = TestTier.open()) {
            for (String name : files()) {
                bytes +=
                        Call.get(tier.url("/page/" + name), "Accept-Encoding", "gzip")
                                .body()
                                .length;
            }
        }
        assertThat(bytes).isBetween(1, MOST_BYTES);
    }

    @Test
    void thePageKnowsItsLimitsBeforehand() throws Exception {
        try (TestTier keyed = TestTier.keyed();
                TestTier open = TestTier.open()) {
            var settings = Call.get(keyed.url("/page/settings.json")).json();

            assertThat(settings.path("keyNeeded").asBoolean()).isTrue();
            assertThat(settings.path("maxPictureBytes").asLong()).isEqualTo(2 * 1024 * 1024);
            assertThat(settings.path("samples")).isEmpty();
            assertThat(
                            Call.get(open.url("/page/settings.json"))
                                    .json()
                                    .path("keyNeeded")
                                    .asBoolean())
                    .isFalse();
        }
    }

    @Test
    void samplesAreThePicturesOfTheFolderAndNothingElseOfIt(@TempDir Path folder) throws Exception {
        Files.write(folder.resolve("a dog.jpg"), Jpegs.of(8, 8));
        Files.writeString(folder.resolve("expected.json"), "{}");
        Files.writeString(folder.resolveSibling("secret.jpg"), "secret");
        RestSettings open = TestTier.settings(true, "", TestTier.limits());
        try (TestTier tier =
                new TestTier(
                        new RestSettings(
                                0,
                                open.address(),
                                "",
                                "",
                                true,
                                RestSettings.CompatResult.TOP,
                                folder.toString(),
                                List.of(),
                                open.limits()))) {
            var names = Call.get(tier.url("/page/settings.json")).json().path("samples");
            assertThat(names.size()).isEqualTo(1);
            assertThat(names.get(0).asString()).isEqualTo("a dog.jpg");

            Call.Answer sample = Call.get(tier.url("/page/samples/a%20dog.jpg"));
            assertThat(sample.header("Content-Type")).isEqualTo("image/jpeg");
            assertThat(sample.body()).isEqualTo(Jpegs.of(8, 8));
            SubmittingTests.assertProblem(Call.get(tier.url("/page/samples/expected.json")), 404);
            assertThat(Call.get(tier.url("/page/samples/..%2fsecret.jpg")).status()).isIn(400, 404);
        }
    }

    @Test
    void whatIsNotThereIsNotFound() throws Exception {
        try (TestTier tier = TestTier.open()) {
            SubmittingTests.assertProblem(Call.get(tier.url("/page/nothing.js")), 404);
            SubmittingTests.assertProblem(Call.get(tier.url("/page/view")), 404);
            SubmittingTests.assertProblem(Call.get(tier.url("/page/samples/none.jpg")), 404);
        }
    }

    private static String script(TestTier tier) throws Exception {
        Matcher script = SCRIPT.matcher(Call.get(tier.url("/")).text());
        assertThat(script.find()).isTrue();
        return script.group(1);
    }

    private static List<String> files() throws IOException {
        return List.of(
                        new PathMatchingResourcePatternResolver()
                                .getResources("classpath:/page/**/*.*"))
                .stream()
                .map(PageTests::name)
                .filter(name -> !name.startsWith("try-it"))
                .toList();
    }

    private static String name(Resource resource) {
        String description = resource.getDescription();
        return description.substring(
                description.lastIndexOf("/page/") + "/page/".length(),
                description.lastIndexOf(']'));
    }

    private static byte[] unzip(byte[] compressed) throws IOException {
        try (GZIPInputStream plain = new GZIPInputStream(new ByteArrayInputStream(compressed))) {
            return plain.readAllBytes();
        }
    }
}
