package dev.polybot.bot.language;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PluralsTests {

    @ParameterizedTest
    @CsvSource({
        "person, 1 person, 2 persons",
        "dog, 1 dog, 2 dogs",
        "bus, 1 bus, 2 buses",
        "bench, 1 bench, 2 benches",
        "couch, 1 couch, 2 couches",
        "sandwich, 1 sandwich, 2 sandwiches",
        "toothbrush, 1 toothbrush, 2 toothbrushes",
        "wine glass, 1 wine glass, 2 wine glasses",
        "knife, 1 knife, 2 knives",
        "mouse, 1 mouse, 2 mice",
        "sheep, 1 sheep, 2 sheep",
        "broccoli, 1 broccoli, 2 broccoli",
        "skis, 1 pair of skis, 2 pairs of skis",
        "scissors, 1 pair of scissors, 2 pairs of scissors",
        "giraffe, 1 giraffe, 2 giraffes",
        "teddy bear, 1 teddy bear, 2 teddy bears",
        "hair drier, 1 hair drier, 2 hair driers",
        "cell phone, 1 cell phone, 2 cell phones",
        "tie, 1 tie, 2 ties",
        "toy, 1 toy, 2 toys",
        "berry, 1 berry, 2 berries",
        "child, 1 child, 2 children",
    })
    void oneAndTwoOfAThing(String name, String one, String two) {
        assertThat(Plurals.count(1, name)).isEqualTo(one);
        assertThat(Plurals.count(2, name)).isEqualTo(two);
    }
}
