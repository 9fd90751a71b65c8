package dev.polybot.bot.settings;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.test.context.ConfigDataApplicationContextInitializer;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.annotation.Configuration;

import java.time.Duration;

@ExtendWith(OutputCaptureExtension.class)
class BotSettingsTests {

    private final ApplicationContextRunner runner =
            new ApplicationContextRunner()
                    .withInitializer(new ConfigDataApplicationContextInitializer())
                    .withUserConfiguration(Settings.class);

    private final ApplicationContextRunner complete =
            runner.withPropertyValues(
                    "AWS_DEFAULT_REGION=eu-central-1",
                    "TELEGRAM_SECRET=bot",
                    "TELEGRAM_APP_URL=https://bot.example.org:8443/",
                    "SQS_QUEUE_IDENTIFY=identify",
                    "SQS_QUEUE_RESULTS=results",
                    "SQS_QUEUE_OUTBOX=outbox.fifo",
                    "BUCKET_NAME=bucket",
                    "TABLE_NAME=table");

    @Test
    void takesTheEnvironmentOfTheOriginalAndDerivesTheRest() {
        complete.run(
                context -> {
                    BotSettings settings = context.getBean(BotSettings.class);
                    assertThat(settings.telegram().appUrl())
                            .isEqualTo("https://bot.example.org:8443");
                    assertThat(settings.telegram().polling()).isFalse();
                    assertThat(settings.queues().identifyDeadLetters())
                            .isEqualTo("identify-dead-letters");
                    assertThat(settings.storage().outputBucket()).isEqualTo("bucket");
                    assertThat(settings.storage().stateTable()).isEqualTo("table-state");
                    assertThat(settings.storage().keys().original("a/b.jpg"))
                            .isEqualTo("images/a/b.jpg");
                });
    }

    @Test
    void howLongPredictionsAreKeptIsOneVariableThatTheDetectorReadsToo() {
        complete.withPropertyValues("PREDICTION_RETENTION=90d")
                .run(
                        context ->
                                assertThat(context.getBean(BotSettings.class).storage().retention())
                                        .isEqualTo(Duration.ofDays(90)));
    }

    @Test
    void filtersTakeAPhonesPhotoUnlessToldOtherwise() {
        complete.run(
                context -> {
                    FilterSettings filters = context.getBean(BotSettings.class).filters();
                    assertThat(filters.maxPixels()).isGreaterThan(4032L * 3024);
                    assertThat(filters.maxPixelsInWork()).isEqualTo(filters.maxPixels());
                });
    }

    @Test
    void roomForFiltersMustHoldTheLargestPicture() {
        complete.withPropertyValues(
                        "FILTERS_MAX_PIXELS=2000000", "FILTERS_MAX_PIXELS_IN_WORK=1000000")
                .run(
                        context ->
                                assertThat(context.getStartupFailure())
                                        .rootCause()
                                        .hasMessageContaining("FILTERS_MAX_PIXELS_IN_WORK"));
    }

    @Test
    void showsEverythingThatIsMissingAtOnce() {
        runner.run(
                context ->
                        assertThat(context.getStartupFailure())
                                .hasRootCauseInstanceOf(InvalidSettingsException.class)
                                .rootCause()
                                .hasMessageContainingAll(
                                        "AWS_DEFAULT_REGION",
                                        "TELEGRAM_SECRET",
                                        "TELEGRAM_APP_URL",
                                        "SQS_QUEUE_IDENTIFY",
                                        "SQS_QUEUE_RESULTS",
                                        "SQS_QUEUE_OUTBOX",
                                        "BUCKET_NAME",
                                        "TABLE_NAME"));
    }

    @Test
    void aSendingRateOfNothingIsShownWithTheOtherFaults() {
        complete.withPropertyValues("TELEGRAM_MESSAGES_PER_SECOND=0", "TABLE_NAME=")
                .run(
                        context ->
                                assertThat(context.getStartupFailure())
                                        .rootCause()
                                        .hasMessageContainingAll(
                                                "TELEGRAM_MESSAGES_PER_SECOND", "TABLE_NAME"));
    }

    @Test
    void pollingNeedsNoPublicAddress() {
        complete.withPropertyValues("TELEGRAM_APP_URL=", "TELEGRAM_MODE=Polling")
                .run(
                        context ->
                                assertThat(context.getBean(BotSettings.class).telegram().polling())
                                        .isTrue());
    }

    @Test
    void refusesAnAddressThatTelegramCannotCall() {
        complete.withPropertyValues("TELEGRAM_APP_URL=bot.example.org")
                .run(
                        context ->
                                assertThat(context.getStartupFailure())
                                        .rootCause()
                                        .hasMessageContaining("TELEGRAM_APP_URL"));
    }

    @Test
    void annotatedPicturesMayNotLieAmongTheOriginals() {
        complete.withPropertyValues("OUTPUT_PREFIX=images/")
                .run(
                        context ->
                                assertThat(context.getStartupFailure())
                                        .rootCause()
                                        .hasMessageContaining("OUTPUT_PREFIX"));
    }

    @Test
    void neverShowsTheToken(CapturedOutput output) {
        complete.withPropertyValues("TELEGRAM_TOKEN=123:very-secret")
                .run(
                        context ->
                                assertThat(context.getBean(BotSettings.class))
                                        .asString()
                                        .doesNotContain("very-secret"));
        assertThat(output).doesNotContain("very-secret");
    }

    @Configuration
    @EnableConfigurationProperties(BotSettings.class)
    static class Settings {}
}
