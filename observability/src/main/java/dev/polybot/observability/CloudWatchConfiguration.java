package dev.polybot.observability;

import io.micrometer.cloudwatch2.CloudWatchMeterRegistry;
import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.config.MeterFilter;
import io.micrometer.core.instrument.distribution.DistributionStatisticConfig;

import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.micrometer.metrics.autoconfigure.MeterRegistryCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.core.env.Environment;

import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Exports metrics to CloudWatch where {@code METRICS_CLOUDWATCH} says so: our own metrics, told apart by service, and no
 * buckets. Each is paid for by itself there.
 */
@AutoConfiguration
class CloudWatchConfiguration {

    private static final Set<String> OURS =
            Arrays.stream(PolybotMetric.values())
                    .map(PolybotMetric::id)
                    .collect(Collectors.toUnmodifiableSet());

    @Bean
    MeterRegistryCustomizer<CloudWatchMeterRegistry> oursToCloudWatch(Environment environment) {
        String service = environment.getProperty("spring.application.name", "polybot");
        return registry ->
                registry.config()
                        .commonTags("service", service)
                        .meterFilter(MeterFilter.denyUnless(id -> OURS.contains(id.getName())))
                        .meterFilter(new WithoutBuckets());
    }

    private static final class WithoutBuckets implements MeterFilter {

        @Override
        public DistributionStatisticConfig configure(
                Meter.Id id, DistributionStatisticConfig config) {
            return DistributionStatisticConfig.builder()
                    .serviceLevelObjectives()
                    .build()
                    .merge(config);
        }
    }
}
