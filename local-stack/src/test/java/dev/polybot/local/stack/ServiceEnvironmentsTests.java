package dev.polybot.local.stack;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

class ServiceEnvironmentsTests {

    @TempDir private Path folder;

    @Test
    void aServiceGetsWhatItNeedsAndNothingElseOfTheShell() throws IOException {
        Map<String, String> shell =
                Map.of(
                        "PATH", "/bin",
                        "https_proxy", "http://proxy",
                        "DETECTOR_WORKERS", "2",
                        "TELEGRAM_TOKEN", "1:secret",
                        "AWS_PROFILE", "work",
                        "SPRING_PROFILES_ACTIVE", "x");

        assertThat(new ServiceEnvironments(shell).service(aws(), 1234))
                .containsOnly(
                        Map.entry("PATH", "/bin"),
                        Map.entry("https_proxy", "http://proxy"),
                        Map.entry("BUCKET_NAME", "b"),
                        Map.entry("SERVER_ADDRESS", "127.0.0.1"),
                        Map.entry("SERVER_PORT", "1234"));
    }

    @Test
    void aServiceListensOnAnotherAddressThanLoopbackOnlyWhenAsked() throws IOException {
        Map<String, String> shell = Map.of("SERVER_ADDRESS", "0.0.0.0");

        assertThat(new ServiceEnvironments(shell).bot(aws(), 1, 2))
                .containsEntry("SERVER_ADDRESS", "0.0.0.0");
        assertThat(new ServiceEnvironments(Map.of()).detector(aws(), 1))
                .containsEntry("SERVER_ADDRESS", "127.0.0.1");
    }

    @Test
    void theDetectorGetsItsSettingsToo() throws IOException {
        Map<String, String> shell = Map.of("DETECTOR_WORKERS", "2", "OTHER", "x");

        assertThat(new ServiceEnvironments(shell).detector(aws(), 1))
                .containsEntry("DETECTOR_WORKERS", "2")
                .doesNotContainKey("OTHER");
    }

    @Test
    void aBotsRestTierIsThisMachinesAlone() throws IOException {
        Map<String, String> shell = Map.of("REST_COMPAT_RESULT", "all", "REST_ADDRESS", " ");

        assertThat(new ServiceEnvironments(shell).bot(aws(), 1, 2345))
                .containsEntry("REST_PORT", "2345")
                .containsEntry("REST_ADDRESS", "127.0.0.1")
                .containsEntry("REST_OPEN", "true")
                .containsEntry("REST_COMPAT_RESULT", "all");
    }

    /** Whether anybody may ask there is the bot's to say. */
    @ParameterizedTest
    @CsvSource({
        "'', http://127.0.0.1:2345",
        "0.0.0.0, http://127.0.0.1:2345",
        "::, http://127.0.0.1:2345",
        "192.0.2.7, http://192.0.2.7:2345",
        "2001:db8::7, 'http://[2001:db8::7]:2345'",
    })
    void theRestTierListensWhereTheShellSaysAndIsReachedThere(String address, String reached)
            throws IOException {
        ServiceEnvironments environments = new ServiceEnvironments(Map.of("REST_ADDRESS", address));

        assertThat(environments.bot(aws(), 1, 2345))
                .containsEntry("REST_ADDRESS", address.isEmpty() ? "127.0.0.1" : address);
        assertThat(environments.restAddress(2345)).hasToString(reached);
    }

    @Test
    void keysOfTheShellCloseTheRestTier() throws IOException {
        Map<String, String> shell = Map.of("REST_API_KEYS", "{}");

        assertThat(new ServiceEnvironments(shell).bot(aws(), 1, 2345))
                .containsEntry("REST_OPEN", "false");
    }

    @Test
    void aModelInTheWorkingFolderIsFoundFromElsewhere() throws IOException {
        Path model = Files.createFile(folder.resolve("m.torchscript"));
        Path relative = Path.of("").toAbsolutePath().relativize(model.toAbsolutePath());

        assertThat(detectorModel(relative.toString())).isEqualTo(model.toAbsolutePath().toString());
        assertThat(detectorModel("https://example.org/m")).isEqualTo("https://example.org/m");
        assertThat(detectorModel("no-such-file")).isEqualTo("no-such-file");
    }

    private String detectorModel(String value) throws IOException {
        Path found =
                Path.of(
                        new ServiceEnvironments(Map.of("DETECTOR_MODEL", value))
                                .detector(aws(), 1)
                                .get("DETECTOR_MODEL"));
        return value.contains("://") ? value : found.normalize().toString();
    }

    private Path aws() throws IOException {
        return Files.writeString(folder.resolve("environment.properties"), "BUCKET_NAME=b\n");
    }
}
