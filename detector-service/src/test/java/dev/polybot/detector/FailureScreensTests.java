package dev.polybot.detector;

import static org.assertj.core.api.Assertions.assertThat;

import dev.polybot.detector.model.UnusableModelException;
import dev.polybot.detector.settings.DetectorSettings;

import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.annotation.Configuration;

import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.services.sqs.model.QueueDoesNotExistException;

/** What an operator reads when the service does not start. */
class FailureScreensTests {

    @Test
    void anUnusableModelIsNamed() {
        FailureAnalysis screen =
                new UnusableModelFailureAnalyzer()
                        .analyze(new UnusableModelException("The model at x is not a model."));

        assertThat(screen.getDescription()).isEqualTo("The model at x is not a model.");
    }

    @Test
    void aMissingQueueIsToldFromAnUnreachableAws() {
        AwsFailureAnalyzer analyzer = new AwsFailureAnalyzer();

        assertThat(analyzer.analyze(QueueDoesNotExistException.builder().build()).getDescription())
                .contains("SQS_QUEUE_IDENTIFY names does not exist");
        assertThat(analyzer.analyze(SdkClientException.create("no route")).getDescription())
                .contains("cannot be reached: no route");
    }

    @Test
    void allFaultsOfTheSettingsAreShownAtOnce() {
        new ApplicationContextRunner()
                .withUserConfiguration(Settings.class)
                .withPropertyValues(
                        "polybot.queues.identify=jobs",
                        "polybot.model.cache=/cache",
                        "polybot.model.sha256=abc",
                        "polybot.detector.workers=0")
                .run(
                        context -> {
                            FailureAnalysis screen =
                                    new InvalidSettingsFailureAnalyzer()
                                            .analyze(context.getStartupFailure());
                            assertThat(screen.getDescription())
                                    .contains("queues.results is missing: set SQS_QUEUE_RESULTS")
                                    .contains("storage.bucket is missing: set BUCKET_NAME")
                                    .contains("storage.table is missing: set TABLE_NAME")
                                    .contains("model.sha256 must be 64 hex digits")
                                    .contains("detector.workers must be greater than");
                        });
    }

    @Configuration(proxyBeanMethods = false)
    @EnableConfigurationProperties(DetectorSettings.class)
    static class Settings {}
}
