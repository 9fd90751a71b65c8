package dev.polybot.model.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class ObjectKeysTests {

    private final ObjectKeys keys = new ObjectKeys("images", "predicted/");

    @Test
    void scopesPicturesByChatAndPrediction() {
        assertThat(keys.original(ObjectKeys.imageName("42", "p1", "jpg")))
                .isEqualTo("images/42/p1.jpg");
        assertThat(keys.annotated("42", "p1")).isEqualTo("predicted/42/p1.jpg");
        assertThat(keys.resultDocument("42", "p1")).isEqualTo("predicted/42/p1.json");
    }

    @Test
    void anOriginalIsNamedAgainAsItsJobNamedIt() {
        String name = ObjectKeys.imageName("42", "p1", "jpg");
        assertThat(keys.nameOfOriginal(keys.original(name))).isEqualTo(name);
        assertThat(new ObjectKeys("", "predicted").nameOfOriginal("x.jpg")).isEqualTo("x.jpg");
        assertThat(keys.nameOfOriginal("predicted/42/p1.jpg")).isNull();
        assertThat(keys.nameOfOriginal("images/../secret")).isNull();
        assertThat(keys.nameOfOriginal("unknown")).isNull();
    }

    @Test
    void anAnnotatedPictureCannotTakeThePlaceOfItsOriginal() {
        assertThatThrownBy(() -> new ObjectKeys("images", "/images/"))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void anOriginalCannotLieOutsideItsPrefix() {
        assertThatThrownBy(() -> keys.original("../predicted/42/p1.jpg"))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
