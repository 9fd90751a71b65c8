package dev.polybot.detector.settings;

import jakarta.validation.Valid;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * All settings of the service. They are one record so that everything that is wrong with them is told at once.
 *
 * @param queues where jobs come from and results go
 * @param storage where pictures and predictions are kept
 * @param detector how pictures are worked on
 * @param model where a model is looked for
 * @param pictures what pictures are taken and how they are given back
 */
@Validated
@ConfigurationProperties("polybot")
public record DetectorSettings(
        @DefaultValue @Valid QueueSettings queues,
        @DefaultValue @Valid StorageSettings storage,
        @DefaultValue @Valid WorkerSettings detector,
        @DefaultValue @Valid ModelSearchSettings model,
        @DefaultValue @Valid PictureSettings pictures) {}
