package dev.polybot.observability;

import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.exporter.otlp.http.trace.OtlpHttpSpanExporter;
import io.opentelemetry.exporter.otlp.http.trace.OtlpHttpSpanExporterBuilder;
import io.opentelemetry.sdk.OpenTelemetrySdk;
import io.opentelemetry.sdk.resources.Resource;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import io.opentelemetry.sdk.trace.SdkTracerProviderBuilder;
import io.opentelemetry.sdk.trace.SpanProcessor;
import io.opentelemetry.sdk.trace.export.BatchSpanProcessor;
import io.opentelemetry.sdk.trace.samplers.Sampler;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.core.env.Environment;

import java.time.Duration;
import java.util.regex.Pattern;

/**
 * Configures tracing by OpenTelemetry's own variables: {@code OTEL_EXPORTER_OTLP_ENDPOINT} (without it none leave this
 * process), {@code OTEL_EXPORTER_OTLP_HEADERS}, {@code OTEL_TRACES_SAMPLER_ARG} (the share of traces that is kept, 1 unless
 * set; 0 turns tracing off), {@code OTEL_BSP_SCHEDULE_DELAY} and {@code OTEL_SERVICE_INSTANCE_ID}.
 */
@AutoConfiguration
class TracingConfiguration {

    private static final Duration EXPORT_LIMIT = Duration.ofSeconds(5);
    private static final int MOST_WAITING = 2048;
    private static final Pattern COMMA = Pattern.compile(",");

    @Bean(destroyMethod = "close")
    OpenTelemetrySdk openTelemetry(Environment environment, ObjectProvider<SpanProcessor> others) {
        double share = environment.getProperty("OTEL_TRACES_SAMPLER_ARG", Double.class, 1.0);
        SdkTracerProviderBuilder provider =
                SdkTracerProvider.builder()
                        .setResource(resource(environment))
                        .setSampler(
                                Sampler.parentBased(
                                        Sampler.traceIdRatioBased(Math.clamp(share, 0, 1))));
        String endpoint = environment.getProperty("OTEL_EXPORTER_OTLP_ENDPOINT", "");
        if (!endpoint.isBlank()) {
            provider.addSpanProcessor(batches(environment, endpoint));
        }
        others.forEach(provider::addSpanProcessor);
        OpenTelemetrySdk sdk =
                OpenTelemetrySdk.builder().setTracerProvider(provider.build()).build();
        Traces.use(sdk);
        return sdk;
    }

    private static Resource resource(Environment environment) {
        String name = environment.getProperty("spring.application.name", "polybot");
        String instance =
                environment.getProperty(
                        "OTEL_SERVICE_INSTANCE_ID", environment.getProperty("HOSTNAME", name));
        return Resource.create(
                Attributes.of(
                        AttributeKey.stringKey("service.name"), name,
                        AttributeKey.stringKey("service.instance.id"), instance));
    }

    private static SpanProcessor batches(Environment environment, String endpoint) {
        OtlpHttpSpanExporterBuilder exporter =
                OtlpHttpSpanExporter.builder()
                        .setEndpoint(endpoint.replaceFirst("/+$", "") + "/v1/traces")
                        .setTimeout(EXPORT_LIMIT)
                        .setConnectTimeout(EXPORT_LIMIT);
        COMMA.splitAsStream(environment.getProperty("OTEL_EXPORTER_OTLP_HEADERS", ""))
                .forEach(header -> add(header, exporter));
        return BatchSpanProcessor.builder(exporter.build())
                .setMaxQueueSize(MOST_WAITING)
                .setScheduleDelay(
                        Duration.ofMillis(
                                environment.getProperty(
                                        "OTEL_BSP_SCHEDULE_DELAY", Long.class, 5000L)))
                .build();
    }

    private static void add(String header, OtlpHttpSpanExporterBuilder exporter) {
        int equals = header.indexOf('=');
        if (equals > 0) {
            exporter.addHeader(
                    header.substring(0, equals).strip(), header.substring(equals + 1).strip());
        }
    }
}
