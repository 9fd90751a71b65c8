package dev.polybot.observability;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;

import io.awspring.cloud.autoconfigure.core.AwsAutoConfiguration;
import io.awspring.cloud.autoconfigure.core.CredentialsProviderAutoConfiguration;
import io.awspring.cloud.autoconfigure.core.RegionProviderAutoConfiguration;
import io.awspring.cloud.autoconfigure.metrics.CloudWatchExportAutoConfiguration;
import io.micrometer.cloudwatch2.CloudWatchMeterRegistry;
import io.micrometer.core.instrument.Metrics;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.micrometer.metrics.autoconfigure.CompositeMeterRegistryAutoConfiguration;
import org.springframework.boot.micrometer.metrics.autoconfigure.MetricsAutoConfiguration;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Configuration;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** CloudWatch is told what happened when the setting says so, and nothing otherwise. */
class CloudWatchTests {

    private final List<String> told = Collections.synchronizedList(new ArrayList<>());
    private HttpServer cloudWatch;

    @Configuration
    @ImportAutoConfiguration({
        AwsAutoConfiguration.class,
        CredentialsProviderAutoConfiguration.class,
        RegionProviderAutoConfiguration.class,
        MetricsAutoConfiguration.class,
        CloudWatchExportAutoConfiguration.class,
        CloudWatchConfiguration.class,
        CompositeMeterRegistryAutoConfiguration.class
    })
    static class Service {}

    @BeforeEach
    void listen() throws IOException {
        cloudWatch =
                HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        cloudWatch.createContext(
                "/",
                exchange -> {
                    try (exchange) {
                        byte[] body = exchange.getRequestBody().readAllBytes();
                        told.add(new String(body, StandardCharsets.ISO_8859_1));
                        exchange.sendResponseHeaders(200, -1);
                    }
                });
        cloudWatch.start();
    }

    @AfterEach
    void stop() {
        cloudWatch.stop(0);
        Metrics.globalRegistry.clear();
    }

    @Test
    void ourMetricsGoThereByServiceAndWithoutBuckets() {
        try (var service = start("METRICS_CLOUDWATCH=true")) {
            assertThat(service.getBean(CloudWatchMeterRegistry.class).getMeters())
                    .allMatch(meter -> meter.getId().getName().matches("(polybot|process)\\..*"));
            PolybotMetric.STAGE.record(Duration.ofMillis(120), "inference");
        }

        assertThat(told).isNotEmpty();
        assertThat(String.join("\n", told))
                .contains("Polybot", "polybot.stage.avg", "inference", "service", "watched")
                .doesNotContain("histogram", "jvm.");
    }

    @Test
    void withoutTheSettingNobodyIsTold() {
        try (var service = start()) {
            assertThat(service.getBeanProvider(CloudWatchMeterRegistry.class).stream()).isEmpty();
            PolybotMetric.STAGE.record(Duration.ofMillis(120), "inference");
        }

        assertThat(told).isEmpty();
    }

    private ConfigurableApplicationContext start(String... settings) {
        List<String> all =
                new ArrayList<>(
                        List.of(
                                "spring.config.import=classpath:cloudwatch.yml",
                                "spring.application.name=watched",
                                "spring.main.banner-mode=off",
                                "spring.cloud.aws.region.static=eu-central-1",
                                "spring.cloud.aws.credentials.access-key=nobody",
                                "spring.cloud.aws.credentials.secret-key=nothing",
                                "spring.cloud.aws.cloudwatch.endpoint=http://127.0.0.1:"
                                        + cloudWatch.getAddress().getPort()));
        all.addAll(List.of(settings));
        return new SpringApplicationBuilder(Service.class)
                .web(WebApplicationType.NONE)
                .properties(all.toArray(String[]::new))
                .run();
    }
}
