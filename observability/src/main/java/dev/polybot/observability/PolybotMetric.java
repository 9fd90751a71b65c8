package dev.polybot.observability;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Metrics;
import io.micrometer.core.instrument.Tag;
import io.micrometer.core.instrument.Timer;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/**
 * All metrics of our own: its name, its labels, what it says. The table in docs/observability.md, the dashboards and this
 * list are held together by a test. Labels have few values, and never a person, a chat or a picture.
 */
public enum PolybotMetric {
    JOBS("polybot.jobs", Kind.COUNTER, "Looks at a job, by how they ended", "outcome"),
    JOBS_IN_FLIGHT("polybot.jobs.in.flight", Kind.GAUGE, "Jobs being worked on"),
    STAGE("polybot.stage", Kind.TIMER, "The time of a picture's stages", "stage"),
    MODEL("polybot.model", Kind.GAUGE, "1, for the model in use", "name", "version", "engine"),
    REPLIES(
            "polybot.replies",
            Kind.COUNTER,
            "Messages of the outbox, by how they ended",
            "outcome"),
    OUTBOX_AGE("polybot.outbox.age", Kind.TIMER, "How long what was said had waited in the outbox"),
    LIMIT_WAIT("polybot.limit.wait", Kind.TIMER, "Waits for Telegram's limits", "limit"),
    TELEGRAM_CALLS(
            "polybot.telegram.calls",
            Kind.TIMER,
            "Calls of the Bot API, by method and HTTP status",
            "method",
            "status"),
    RESIDENT_MEMORY(
            "process.resident.memory",
            Kind.BYTES,
            "Memory of the process, the engine's and the picture library's included");

    /** What kind of number it is. */
    public enum Kind {
        COUNTER,
        GAUGE,
        BYTES,
        TIMER
    }

    /** From what an engine needs to what a person bears. */
    private static final Duration[] BOUNDS = {
        Duration.ofMillis(5),
        Duration.ofMillis(10),
        Duration.ofMillis(25),
        Duration.ofMillis(50),
        Duration.ofMillis(100),
        Duration.ofMillis(250),
        Duration.ofMillis(500),
        Duration.ofSeconds(1),
        Duration.ofMillis(2500),
        Duration.ofSeconds(5),
        Duration.ofSeconds(10),
        Duration.ofSeconds(30),
        Duration.ofMinutes(1),
        Duration.ofMinutes(5),
    };

    private final String id;
    private final Kind kind;
    private final String description;

    @SuppressWarnings("ImmutableEnumChecker") // a list that List.of has made
    private final List<String> labels;

    PolybotMetric(String id, Kind kind, String description, String... labels) {
        this.id = id;
        this.kind = kind;
        this.description = description;
        this.labels = List.of(labels);
    }

    /** Its name, as Micrometer and CloudWatch have it. */
    public String id() {
        return id;
    }

    public Kind kind() {
        return kind;
    }

    public String description() {
        return description;
    }

    public List<String> labels() {
        return labels;
    }

    /** Its name, as Prometheus has it; a timer's series add {@code _count}, {@code _sum}, {@code _max} and {@code _bucket}. */
    public String prometheusName() {
        String name = id.replace('.', '_');
        return switch (kind) {
            case COUNTER -> name + "_total";
            case GAUGE -> name;
            case BYTES -> name + "_bytes";
            case TIMER -> name + "_seconds";
        };
    }

    /** Counts one, with the labels' values in their order. */
    public void count(String... values) {
        Counter.builder(id)
                .description(description)
                .tags(tags(values))
                .register(Metrics.globalRegistry)
                .increment();
    }

    /** Takes note of a time, with the labels' values in their order. */
    public void record(Duration time, String... values) {
        Timer.builder(id)
                .description(description)
                .tags(tags(values))
                .serviceLevelObjectives(BOUNDS)
                .register(Metrics.globalRegistry)
                .record(time);
    }

    /** Shows a number from now on, with the labels' values in their order. */
    public void show(Supplier<Number> number, String... values) {
        show(Metrics.globalRegistry, number, values);
    }

    void show(MeterRegistry registry, Supplier<Number> number, String... values) {
        Gauge.builder(id, number)
                .description(description)
                .baseUnit(kind == Kind.BYTES ? "bytes" : null)
                .tags(tags(values))
                .strongReference(true)
                .register(registry);
    }

    private List<Tag> tags(String... values) {
        if (values.length != labels.size()) {
            throw new IllegalArgumentException(id + " has the labels " + labels);
        }
        List<Tag> tags = new ArrayList<>();
        for (int i = 0; i < values.length; i++) {
            tags.add(Tag.of(labels.get(i), values[i].isBlank() ? "none" : values[i]));
        }
        return tags;
    }
}
