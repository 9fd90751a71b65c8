package dev.polybot.detector.model;

import org.jspecify.annotations.Nullable;

/**
 * Settings of the search for a model.
 *
 * @param configured a name, a path or an http(s) address; null for the model that the project ships
 * @param sha256 that the configured model's file must have; null for any
 * @param cache where fetched models lie
 * @param offline whether every download is refused
 */
public record ModelSearchPlan(
        @Nullable String configured,
        @Nullable String sha256,
        ModelCache cache,
        boolean offline,
        DownloadTimeouts timeouts) {}
