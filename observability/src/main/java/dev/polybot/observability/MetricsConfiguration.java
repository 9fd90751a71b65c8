package dev.polybot.observability;

import io.micrometer.core.instrument.binder.MeterBinder;

import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.context.annotation.Bean;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** Metrics of the process that no library brings. */
@AutoConfiguration
class MetricsConfiguration {

    private static final Path STATUS = Path.of("/proc/self/status");

    @Bean
    MeterBinder residentMemory() {
        return registry -> {
            if (Files.isReadable(STATUS)) {
                PolybotMetric.RESIDENT_MEMORY.show(registry, MetricsConfiguration::residentBytes);
            }
        };
    }

    private static Number residentBytes() {
        try (Stream<String> lines = Files.lines(STATUS)) {
            return lines.filter(line -> line.startsWith("VmRSS:"))
                    .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) * 1024)
                    .findFirst()
                    .orElse(0);
        } catch (IOException e) {
            return Double.NaN;
        }
    }
}
