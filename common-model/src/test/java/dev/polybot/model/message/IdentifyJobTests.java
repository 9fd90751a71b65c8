package dev.polybot.model.message;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.polybot.model.detection.DetectionOptions;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.time.Instant;
import java.util.Set;

class IdentifyJobTests {

    @Test
    void readsTheTwoFieldsThatTheOriginalLoadTesterPushes() {
        IdentifyJob job =
                MessageJson.readJob("{\"chatId\": \"7101922782\", \"imgName\": \"x.jpg\"}");

        assertThat(job.chatId()).isEqualTo("7101922782");
        assertThat(job.imgName()).isEqualTo("x.jpg");
        assertThat(job.options()).isEqualTo(DetectionOptions.DEFAULT);
        assertThat(job.predictionIdOr("sqs-message-id")).isEqualTo("sqs-message-id");
    }

    @Test
    void aCallerOverRestHasAChatToo() {
        assertThat(
                        MessageJson.readJob(
                                        "{\"chatId\": \"rest:my-key\", \"imgName\": \"rest:my-key/p.jpg\"}")
                                .chatId())
                .isEqualTo("rest:my-key");
    }

    @Test
    void takesTheChatIdAsANumberToo() {
        assertThat(MessageJson.readJob("{\"chatId\": -100123, \"imgName\": \"x.jpg\"}").chatId())
                .isEqualTo("-100123");
    }

    @Test
    void ignoresFieldsThatItDoesNotKnow() {
        assertThat(
                        MessageJson.readJob(
                                "{\"chatId\": \"1\", \"imgName\": \"x.jpg\", \"new\": {\"a\": []}}"))
                .isNotNull();
    }

    @Test
    void aTimeMayBeStatedInSeconds() {
        assertThat(
                        MessageJson.readJob(
                                        "{\"chatId\": \"1\", \"imgName\": \"x.jpg\", \"submittedAt\": 1793527200.25}")
                                .submittedAt())
                .isEqualTo("2026-11-01T10:00:00.250Z");
    }

    @Test
    void survivesTheWayThroughJson() {
        IdentifyJob job =
                new IdentifyJob(
                        "42",
                        "42/p1.jpg",
                        "p1",
                        7,
                        new DetectionOptions(0.4, Set.of("person")),
                        Instant.parse("2026-11-01T10:00:00Z"),
                        "street.jpg");

        assertThat(MessageJson.readJob(MessageJson.write(job))).isEqualTo(job);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"+1000000000-12-31T23:59:59.999999999Z\"",
                "\"-1000000000-01-01T00:00:00Z\"",
                "1e100",
                "-9223372036854775808",
                "31556889864403199",
                "0",
                "253402300800",
                "1e999",
                "\"yesterday\"",
                "{\"a\": [1]}",
                "null"
            })
    void aTimeThatCannotBeIsNoTimeAndTheJobIsDoneAllTheSame(String submittedAt) {
        IdentifyJob job =
                MessageJson.readJob(
                        "{\"chatId\": \"1\", \"imgName\": \"x.jpg\", \"submittedAt\": "
                                + submittedAt
                                + "}");

        assertThat(job.submittedAt()).isNull();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "null",
                "[]",
                "\"text\"",
                "not json",
                "{}",
                "{\"chatId\": \"1\"}",
                "{\"imgName\": \"x.jpg\"}",
                "{\"chatId\": null, \"imgName\": \"x.jpg\"}",
                "{\"chatId\": \"../1\", \"imgName\": \"x.jpg\"}",
                "{\"chatId\": \"1\", \"imgName\": \"../secret\"}",
                "{\"chatId\": \"1\", \"imgName\": \"a/../../b\"}",
                "{\"chatId\": \"1\", \"imgName\": \"/etc/passwd\"}",
                "{\"chatId\": \"1\", \"imgName\": \"\"}",
                "{\"chatId\": \"1\", \"imgName\": \"x.jpg\", \"predictionId\": \"a/b\"}",
                "{\"chatId\": \"1\", \"imgName\": \"x.jpg\", \"options\": {\"minConfidence\": 7}}",
                "{\"chatId\": \"1\", \"imgName\": \"x.jpg\"} {\"again\": 1}"
            })
    void refusesWhatIsNotAJob(String body) {
        assertThatThrownBy(() -> MessageJson.readJob(body))
                .isInstanceOf(MalformedMessageException.class);
    }

    /** 400 characters of three bytes each: S3 would refuse the key each time the job comes again. */
    @Test
    void refusesInWordsANameThatNoS3KeyCanHold() {
        assertThatThrownBy(
                        () ->
                                MessageJson.readJob(
                                        "{\"chatId\": \"1\", \"imgName\": \""
                                                + "€".repeat(400)
                                                + "\"}"))
                .isInstanceOf(MalformedMessageException.class)
                .rootCause()
                .hasMessageContaining("900 bytes");
        assertThat(
                        MessageJson.readJob(
                                        "{\"chatId\": \"1\", \"imgName\": \""
                                                + "€".repeat(300)
                                                + "\"}")
                                .imgName())
                .hasSize(300);
    }

    @Test
    void refusesADeeplyNestedMessageWithoutFollowingIt() {
        String body = "{\"chatId\": \"1\", \"imgName\": \"x.jpg\", \"new\": " + "[".repeat(100_000);

        assertThatThrownBy(() -> MessageJson.readJob(body))
                .isInstanceOf(MalformedMessageException.class);
    }
}
