package dev.polybot.endtoend.chaos;

import static org.assertj.core.api.Assertions.assertThat;

import static java.nio.charset.StandardCharsets.UTF_8;

import org.junit.jupiter.api.Test;

import java.util.HashSet;
import java.util.Random;
import java.util.Set;

class SpoiltJsonTests {

    private static final byte[] UPDATE =
            "{\"update_id\": 1, \"message\": {\"chat\": {\"id\": 2}, \"entities\": [{\"offset\": 0}]}}"
                    .getBytes(UTF_8);

    @Test
    void eachIsSpoiltInAWayOfItsOwnThatTheSeedRepeats() {
        SpoiltJson spoilt = new SpoiltJson(new Random(1));
        SpoiltJson again = new SpoiltJson(new Random(1));
        Set<String> all = new HashSet<>();
        for (int i = 0; i < 5000; i++) {
            String one = new String(spoilt.of(UPDATE), UTF_8);
            assertThat(one).isEqualTo(new String(again.of(UPDATE), UTF_8));
            all.add(one);
        }
        assertThat(all).hasSizeGreaterThan(1000).doesNotContain(new String(UPDATE, UTF_8));
    }
}
