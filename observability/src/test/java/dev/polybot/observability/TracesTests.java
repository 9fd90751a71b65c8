package dev.polybot.observability;

import static org.assertj.core.api.Assertions.assertThat;

import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.sdk.OpenTelemetrySdk;
import io.opentelemetry.sdk.testing.exporter.InMemorySpanExporter;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.opentelemetry.sdk.trace.export.SimpleSpanProcessor;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.slf4j.MDC;

import software.amazon.awssdk.services.sqs.model.Message;
import software.amazon.awssdk.services.sqs.model.MessageSystemAttributeName;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;

class TracesTests {

    private final InMemorySpanExporter exported = InMemorySpanExporter.create();
    private OpenTelemetrySdk sdk;

    @BeforeEach
    void trace() {
        sdk =
                OpenTelemetrySdk.builder()
                        .setTracerProvider(
                                SdkTracerProvider.builder()
                                        .addSpanProcessor(SimpleSpanProcessor.create(exported))
                                        .build())
                        .build();
        Traces.use(sdk);
    }

    @AfterEach
    void stop() {
        sdk.close();
    }

    @Test
    void aPictureKeepsItsTraceThroughAQueue() {
        Message message;
        try (var _ = Traces.beginTrace("telegram update", SpanKind.SERVER);
                var _ = Traces.begin("send identify", SpanKind.PRODUCER)) {
            message =
                    Message.builder()
                            .messageAttributes(SqsTrace.attributes())
                            .attributes(Map.of(MessageSystemAttributeName.SENT_TIMESTAMP, "1000"))
                            .build();
        }

        try (var _ = SqsTrace.process("identify", message)) {
            Traces.prediction("p1");
        }

        assertThat(exported.getFinishedSpanItems())
                .extracting(SpanData::getTraceId)
                .hasSize(4)
                .containsOnly(span("telegram update").getTraceId());
        assertThat(span("process identify").getParentSpanId())
                .isEqualTo(span("send identify").getSpanId());
        assertThat(span("process identify").getAttributes().asMap().values()).contains("p1");
        assertThat(span("wait identify").getStartEpochNanos()).isEqualTo(1_000_000_000L);
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", "not a trace", "00-0-0-00"})
    void aMessageWithoutATraceOfOursBeginsOne(@Nullable String traceparent) {
        try (var _ = Traces.process("identify", traceparent, Instant.EPOCH)) {
            assertThat(Traces.traceparent()).isNotNull().hasSize(55);
        }

        assertThat(span("wait identify").getTraceId())
                .isEqualTo(span("process identify").getTraceId());
    }

    @Test
    void logLinesSayWhichPictureTheyAreAboutAsLongAsItIsWorkedOn() {
        try (var _ = Traces.beginTrace("outer", SpanKind.SERVER)) {
            Traces.prediction("first");
            try (var _ = Traces.process("outbox", null, null)) {
                Traces.prediction("second");
                assertThat(MDC.get("predictionId")).isEqualTo("second");
            }
            assertThat(MDC.get("predictionId")).isEqualTo("first");
        }

        assertThat(MDC.get("predictionId")).isNull();
        assertThat(MDC.get("traceId")).isNull();
    }

    @Test
    void whatIsOverAndBelongsToNoPictureIsNotNoted() {
        Traces.note("fetch", Instant.EPOCH, Duration.ofMillis(3));

        assertThat(exported.getFinishedSpanItems()).isEmpty();
    }

    private SpanData span(String name) {
        return exported.getFinishedSpanItems().stream()
                .filter(span -> span.getName().equals(name))
                .findFirst()
                .orElseThrow();
    }
}
