package dev.polybot.model.prediction;

import static org.assertj.core.api.Assertions.assertThat;

import dev.polybot.model.detection.CocoClasses;
import dev.polybot.model.message.Identifiers;

import org.junit.jupiter.api.Test;

import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

class PublishedModelTests {

    @Test
    void comesBackFromTheTableAsItWasPublished() {
        PublishedModel model =
                new PublishedModel("site-safety", "3", List.of("helmet", "Safety Vest"));

        assertThat(PublishedModel.read(model.toItem())).isEqualTo(model);
    }

    @Test
    void isReadFromADetectorThatDoesNotTellItsVersionYet() {
        Map<String, AttributeValue> item =
                new HashMap<>(new PublishedModel("birds", "3", List.of("robin")).toItem());
        item.remove("version");

        assertThat(PublishedModel.read(item))
                .isEqualTo(new PublishedModel("birds", "", List.of("robin")));
    }

    @Test
    void isCocoAsLongAsNobodyHasPublishedAnother() {
        assertThat(PublishedModel.read(Map.of()).classes()).isEqualTo(CocoClasses.NAMES);
        assertThat(PublishedModel.read(PublishedModel.KEY).classes()).isEqualTo(CocoClasses.NAMES);
    }

    @Test
    void fitsAnItemOfTheTableWhateverAModelKnows() {
        PublishedModel model =
                new PublishedModel("all", "1", Collections.nCopies(100_000, "x".repeat(100)));

        assertThat(model.classes()).hasSize(PublishedModel.MOST_CLASSES);
    }

    @Test
    void liesWhereNoPredictionCanLie() {
        String key = PublishedModel.KEY.get(PredictionTable.PREDICTION_ID).s();

        assertThat(catchRefusal(key)).isTrue();
    }

    private static boolean catchRefusal(String key) {
        try {
            Identifiers.requirePredictionId(key);
            return false;
        } catch (IllegalArgumentException e) {
            return true;
        }
    }
}
