package dev.polybot.detector.tool;

import com.fasterxml.jackson.annotation.JsonInclude;

import org.jspecify.annotations.Nullable;

/**
 * A model that is on this machine.
 *
 * @param place where: {@code shipped}, or its file
 * @param inUse whether a detector that is started now takes it
 * @param bytes of its file
 * @param map COCO's mAP50-95 in per cent as its makers published it; null when it is none that Polybot knows
 * @param milliseconds that a forward pass takes on this machine on one thread; null when it cannot be run
 * @param trouble why it cannot be used; null when it can
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record ListedModel(
        String name,
        String place,
        boolean inUse,
        @Nullable String license,
        long bytes,
        @Nullable Double map,
        @Nullable Double milliseconds,
        @Nullable String trouble) {}
