package dev.polybot.detector.settings;

import dev.polybot.pictures.PictureLimits;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;

import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * Settings of accepted and annotated pictures.
 *
 * @param maxSize of a picture's file
 * @param maxPixels of a picture
 * @param maxSide of a picture's width and height
 * @param maxPixelsInWork of all pictures decoded at the same time
 * @param annotatedMaxSide of an annotated picture; the default is what Telegram still takes as a photo
 * @param jpegQuality of an annotated picture
 */
public record PictureSettings(
        @DefaultValue("25MB") @NotNull DataSize maxSize,
        @DefaultValue("50000000") @Min(1) @Max(500_000_000) long maxPixels,
        @DefaultValue("20000") @Min(1) @Max(65_535) int maxSide,
        @DefaultValue("100000000") @Min(1) long maxPixelsInWork,
        @DefaultValue("4096") @Min(640) @Max(20_000) int annotatedMaxSide,
        @DefaultValue("90") @Min(1) @Max(100) int jpegQuality) {

    public PictureLimits limits() {
        return new PictureLimits(maxSize.toBytes(), maxPixels, maxSide);
    }
}
