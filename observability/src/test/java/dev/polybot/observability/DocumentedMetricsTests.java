package dev.polybot.observability;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The code, the table in the docs and the dashboards speak of the same metrics. */
class DocumentedMetricsTests {

    private static final Path DOCS = Path.of("..", "docs");

    /** What Spring Boot brings and the dashboards use. */
    private static final Set<String> OF_THE_PLATFORM =
            Set.of("process_cpu_usage", "jvm_memory_used_bytes");

    @Test
    void theTableNamesEveryMetricWithItsLabels() throws IOException {
        String guide = Files.readString(DOCS.resolve("observability.md"));

        for (PolybotMetric metric : PolybotMetric.values()) {
            String labels =
                    metric.labels().isEmpty()
                            ? "-"
                            : metric.labels().stream()
                                    .map(label -> '`' + label + '`')
                                    .collect(Collectors.joining(", "));
            assertThat(guide).contains("| `" + metric.prometheusName() + "` | " + labels + " | ");
        }
    }

    @Test
    void theTableNamesNoMetricThatThereIsNot() throws IOException {
        Set<String> known =
                Arrays.stream(PolybotMetric.values())
                        .map(PolybotMetric::prometheusName)
                        .collect(Collectors.toSet());

        assertThat(
                        names(
                                Files.readString(DOCS.resolve("observability.md")),
                                "\\| `([a-z_]+)` \\| "))
                .isEqualTo(new TreeSet<>(known));
    }

    @Test
    void theDashboardsUseOnlyMetricsThatThereAre() throws IOException {
        List<Path> dashboards;
        try (Stream<Path> files = Files.list(DOCS.resolve("dashboards"))) {
            dashboards = files.filter(file -> file.toString().endsWith(".json")).toList();
        }
        assertThat(dashboards).isNotEmpty();

        for (Path dashboard : dashboards) {
            Set<String> used =
                    names(Files.readString(dashboard), "\\b((?:polybot|process|jvm)_[a-z_]+)");
            assertThat(used).isNotEmpty().allMatch(DocumentedMetricsTests::exists);
        }
    }

    private static boolean exists(String series) {
        return OF_THE_PLATFORM.contains(series)
                || Arrays.stream(PolybotMetric.values())
                        .anyMatch(
                                metric ->
                                        metric.kind() == PolybotMetric.Kind.TIMER
                                                ? series.matches(
                                                        metric.prometheusName()
                                                                + "_(bucket|count|sum|max)")
                                                : series.equals(metric.prometheusName()));
    }

    private static Set<String> names(String text, String pattern) {
        return Pattern.compile(pattern)
                .matcher(text)
                .results()
                .map((MatchResult found) -> found.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
