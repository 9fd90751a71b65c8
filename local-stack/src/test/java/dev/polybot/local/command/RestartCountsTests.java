package dev.polybot.local.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.polybot.local.stack.StackListener;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

class RestartCountsTests {

    @TempDir private Path home;

    @Test
    void whatEndedByItselfIsCountedForOthersToRead() throws IOException {
        List<String> heard = new ArrayList<>();
        RestartCounts counts = new RestartCounts(into(heard), home);
        assertThat(RestartCounts.in(home)).isEmpty();

        counts.died("bot", 137, List.of(), Duration.ofSeconds(1));
        counts.died("detector", 1, List.of(), Duration.ofSeconds(1));
        counts.died("bot", 137, List.of(), null);

        assertThat(RestartCounts.in(home)).isEqualTo(Map.of("bot", 2, "detector", 1));
        assertThat(heard).containsExactly("bot", "detector", "bot");
    }

    @Test
    void aNewStackBeginsAtZero() throws IOException {
        new RestartCounts(StackListener.SILENT, home).died("bot", 1, List.of(), null);

        RestartCounts again = new RestartCounts(StackListener.SILENT, home);

        assertThat(again).isNotNull();
        assertThat(RestartCounts.in(home)).isEmpty();
    }

    @Test
    void aNoteThatIsCutOffIsNone() throws IOException {
        Files.writeString(home.resolve("restarts.json"), "{\"bot\":");

        assertThat(RestartCounts.in(home)).isEmpty();
    }

    private static StackListener into(List<String> heard) {
        return new StackListener() {
            @Override
            public void died(
                    String part, int exitCode, List<String> logTail, @Nullable Duration restartIn) {
                heard.add(part);
            }
        };
    }
}
