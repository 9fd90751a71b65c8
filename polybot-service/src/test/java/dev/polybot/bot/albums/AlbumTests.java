package dev.polybot.bot.albums;

import static org.assertj.core.api.Assertions.assertThat;

import dev.polybot.bot.conversation.Sender;
import dev.polybot.bot.language.Language;
import dev.polybot.bot.settings.AlbumSettings;

import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;

class AlbumTests {

    private static final AlbumSettings PACE =
            new AlbumSettings(Duration.ofSeconds(2), Duration.ofSeconds(10));
    private static final Instant FIRST = Instant.parse("2026-11-21T12:00:00Z");

    @Test
    void anAlbumIsCompleteWhenNothingNewHasComeForAWhile() {
        assertThat(album(FIRST.plusMillis(700)).completeAt(PACE)).isEqualTo(FIRST.plusMillis(2700));
    }

    @Test
    void theFirstPictureDoesNotWaitForEver() {
        assertThat(album(FIRST.plusMillis(9500)).completeAt(PACE)).isEqualTo(FIRST.plusSeconds(10));
    }

    private static Album album(Instant lastChange) {
        return new Album(
                "album",
                42,
                new Sender(Language.ENGLISH, false),
                null,
                "group",
                List.of(),
                3,
                0,
                FIRST,
                lastChange,
                Set.of(),
                null,
                null,
                null);
    }
}
