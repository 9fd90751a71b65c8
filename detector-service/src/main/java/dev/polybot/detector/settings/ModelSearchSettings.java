package dev.polybot.detector.settings;

import dev.polybot.detector.model.DownloadTimeouts;
import dev.polybot.detector.model.ModelCache;
import dev.polybot.detector.model.ModelSearchPlan;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;

import org.hibernate.validator.constraints.time.DurationMax;
import org.hibernate.validator.constraints.time.DurationMin;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.bind.DefaultValue;

import java.nio.file.Path;
import java.time.Duration;

/**
 * Settings of which model is used.
 *
 * @param location of the model to use: a name, a path or an http(s) URL (DETECTOR_MODEL); empty for the one that is shipped
 * @param sha256 that its file must have (DETECTOR_MODEL_SHA256); empty for any
 * @param cache the folder of downloaded models (DETECTOR_CACHE_DIR)
 * @param offline whether every download is refused (DETECTOR_OFFLINE)
 * @param connectTimeout until a server answers; a start behind a firewall takes so much longer
 * @param downloadTimeout until a download is complete
 */
public record ModelSearchSettings(
        @DefaultValue("") String location,
        @DefaultValue("") @Pattern(regexp = "|[0-9A-Fa-f]{64}", message = "must be 64 hex digits")
                String sha256,
        @NotBlank String cache,
        @DefaultValue("false") boolean offline,
        @DefaultValue("5s") @DurationMin(millis = 100) @DurationMax(minutes = 1)
                Duration connectTimeout,
        @DefaultValue("10m") @DurationMin(seconds = 1) @DurationMax(hours = 2)
                Duration downloadTimeout) {

    public ModelSearchPlan plan() {
        return new ModelSearchPlan(
                orNull(location),
                orNull(sha256),
                new ModelCache(Path.of(cache)),
                offline,
                new DownloadTimeouts(connectTimeout, downloadTimeout));
    }

    private static @Nullable String orNull(String value) {
        return value.isBlank() ? null : value.strip();
    }
}
