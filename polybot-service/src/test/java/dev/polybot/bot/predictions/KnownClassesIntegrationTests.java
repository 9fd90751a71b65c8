package dev.polybot.bot.predictions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.polybot.bot.captions.ClassVocabulary;
import dev.polybot.bot.language.Language;
import dev.polybot.bot.testing.Aws;
import dev.polybot.bot.testing.OfflineSettings;
import dev.polybot.model.detection.CocoClasses;
import dev.polybot.model.prediction.PublishedModel;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.support.DefaultListableBeanFactory;
import org.springframework.boot.info.BuildProperties;

import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

import java.time.Duration;
import java.util.List;

class KnownClassesIntegrationTests {

    private final DynamoDbClient dynamoDb = Aws.DYNAMO_DB;
    private final KnownClasses classes = new KnownClasses(dynamoDb, Aws.variable("TABLE_NAME"));

    @AfterEach
    void forget() {
        dynamoDb.deleteItem(
                delete -> delete.tableName(Aws.variable("TABLE_NAME")).key(PublishedModel.KEY));
        ClassVocabulary.learn(CocoClasses.NAMES);
    }

    @Test
    void whatTheLastDetectorHasPublishedIsKnown() {
        classes.refresh();
        assertThat(classes.get()).isEqualTo(CocoClasses.NAMES);

        publish("site-safety", "helmet", "vest");
        classes.refresh();
        assertThat(classes.get()).containsExactly("helmet", "vest");

        publish("birds", "robin");
        classes.refresh();
        assertThat(classes.get()).containsExactly("robin");
    }

    @Test
    void whoAsksAboutTheBotIsToldTheModelThatTheLastDetectorUses() {
        AboutText about =
                new AboutText(
                        new DefaultListableBeanFactory().getBeanProvider(BuildProperties.class),
                        OfflineSettings.withFilters(1, 1),
                        classes);
        assertThat(about.in(Language.ENGLISH)).contains("No detector has told me");
        assertThat(about.in(Language.of("de"))).contains("kein Detektor");

        publish("site-safety", "helmet");
        classes.refresh();

        assertThat(about.in(Language.ENGLISH)).contains("Model: site-safety 3\n");
        assertThat(about.in(Language.of("de"))).contains("Modell: site-safety 3\n");
    }

    /** The table still tells of the model before when both start together. */
    @Test
    void aModelThatIsPublishedShortlyAfterTheStartIsKnownWithinTwoSeconds() {
        publish("old", "person");
        classes.start();
        await().until(() -> classes.get().equals(List.of("person")));

        publish("new", "helmet");

        await().atMost(Duration.ofSeconds(2)).until(() -> classes.get().equals(List.of("helmet")));
        classes.stop();
    }

    private void publish(String name, String... names) {
        dynamoDb.putItem(
                put ->
                        put.tableName(Aws.variable("TABLE_NAME"))
                                .item(new PublishedModel(name, "3", List.of(names)).toItem()));
    }
}
