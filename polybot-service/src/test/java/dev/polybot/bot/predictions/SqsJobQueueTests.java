package dev.polybot.bot.predictions;

import static org.assertj.core.api.Assertions.assertThat;

import dev.polybot.bot.testing.OfflineSettings;
import dev.polybot.bot.testing.SentMessages;
import dev.polybot.model.message.IdentifyJob;
import dev.polybot.model.message.MessageJson;

import io.awspring.cloud.sqs.operations.SqsTemplate;

import org.junit.jupiter.api.Test;

class SqsJobQueueTests {

    private final SentMessages sent = new SentMessages();

    @Test
    void eachChatIsAMessageGroupSoThatOneWhoAsksSeldomIsServedBeforeOneWhoFillsTheQueue() {
        SqsJobQueue jobs =
                new SqsJobQueue(
                        SqsTemplate.newTemplate(sent),
                        OfflineSettings.withFilters(1_000_000, 1_000_000));

        jobs.send(
                MessageJson.readJob(
                        "{\"chatId\": \"rest:a-key\", \"imgName\": \"rest:a-key/1.jpg\"}"));

        assertThat(sent.all())
                .singleElement()
                .satisfies(
                        message -> {
                            assertThat(message.messageGroupId()).isEqualTo("rest:a-key");
                            assertThat(message.messageDeduplicationId()).isNull();
                            assertThat(MessageJson.readJob(message.messageBody()))
                                    .extracting(IdentifyJob::imgName)
                                    .isEqualTo("rest:a-key/1.jpg");
                        });
    }
}
