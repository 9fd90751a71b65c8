package dev.polybot.detector.settings;

import dev.polybot.detector.model.DownloadTimeouts;
import dev.polybot.detector.model.ModelSearchPlan;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;

import org.hibernate.validator.constraints.time.DurationMax;
import org.hibernate.validator.constraints.time.DurationMin;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.bind.DefaultValue;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;

/**
 * Where a model is looked for.
 *
 * @param location of the model to use, a path or an http(s) URL (DETECTOR_MODEL); empty to search on
 * @param sha256 that its file must have (DETECTOR_MODEL_SHA256); empty for any
 * @param cache the folder of downloaded models (DETECTOR_CACHE_DIR)
 * @param zoo whether DJL's model zoo is asked (DETECTOR_MODEL_ZOO)
 * @param zooUrl of YOLOv5s in DJL's model zoo
 * @param connectTimeout until a server answers; a start behind a firewall takes so much longer
 * @param downloadTimeout until a download is complete
 */
public record ModelSearchSettings(
        @DefaultValue("") String location,
        @DefaultValue("") @Pattern(regexp = "|[0-9A-Fa-f]{64}", message = "must be 64 hex digits")
                String sha256,
        @NotBlank String cache,
        @DefaultValue("true") boolean zoo,
        @DefaultValue(
                        "https://mlrepo.djl.ai/model/cv/object_detection/ai/djl/pytorch/yolov5s/0.0.1/yolov5s.zip")
                @NotNull
                URI zooUrl,
        @DefaultValue("5s") @DurationMin(millis = 100) @DurationMax(minutes = 1)
                Duration connectTimeout,
        @DefaultValue("10m") @DurationMin(seconds = 1) @DurationMax(hours = 2)
                Duration downloadTimeout) {

    public ModelSearchPlan plan() {
        return new ModelSearchPlan(
                orNull(location),
                orNull(sha256),
                Path.of(cache),
                zoo ? zooUrl : null,
                new DownloadTimeouts(connectTimeout, downloadTimeout));
    }

    private static @Nullable String orNull(String value) {
        return value.isBlank() ? null : value.strip();
    }
}
