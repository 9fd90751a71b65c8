package dev.polybot.detector.model;

import java.time.Duration;

/**
 * Timeouts of a download.
 *
 * @param connect until the server answers: short, so that a firewall does not hold up the start
 * @param total until the last byte
 */
public record DownloadTimeouts(Duration connect, Duration total) {}
