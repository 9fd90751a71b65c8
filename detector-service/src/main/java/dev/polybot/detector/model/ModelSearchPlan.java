package dev.polybot.detector.model;

import org.jspecify.annotations.Nullable;

import java.net.URI;
import java.nio.file.Path;

/**
 * Where to look for a model.
 *
 * @param configured a path or an http(s) URL; null to search on
 * @param sha256 that the configured model's file must have; null for any
 * @param cache the folder of downloaded models
 * @param zoo the address of DJL's YOLOv5s; null to leave the zoo out
 */
public record ModelSearchPlan(
        @Nullable String configured,
        @Nullable String sha256,
        Path cache,
        @Nullable URI zoo,
        DownloadTimeouts timeouts) {}
