package dev.polybot.detector.tool;

import dev.polybot.detector.model.KnownModel;

import org.jspecify.annotations.Nullable;

import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/** Formats the list of models for people. */
record ModelTable(PrintStream out) {

    private static final String ROW = "  %-12s %-11s %9s %10s %9s   %s%n";

    void print(List<ListedModel> here, List<KnownModel> toBeHad, Path cache) {
        out.printf("On this machine:%n");
        out.printf(ROW, "", "licence", "size", "COCO mAP", "forward", "");
        for (ListedModel model : here) {
            out.printf(
                    Locale.ROOT,
                    ROW,
                    model.name(),
                    model.license() == null ? "" : model.license(),
                    model.bytes() == 0 ? "" : megabytes(model.bytes()),
                    precision(model.map()),
                    model.milliseconds() == null ? "" : "%.0f ms".formatted(model.milliseconds()),
                    (model.inUse() ? "in use, " : "")
                            + (model.trouble() == null ? model.place() : model.trouble()));
        }
        out.printf("%nTo be had:%n");
        for (KnownModel model : toBeHad) {
            KnownModel.Source source = model.source();
            out.printf(
                    Locale.ROOT,
                    ROW,
                    model.name(),
                    model.license(),
                    source == null ? "" : megabytes(source.bytes()),
                    precision(model.map()),
                    "",
                    source == null
                            ? "export it: docs/models.md"
                            : "./polybot models get " + model.name());
        }
        out.printf(
                "%nmAP50-95 in per cent, as published by each model's makers. Forward: measured here, one thread, a 640x480"
                        + " photo.%nUse one: DETECTOR_MODEL=NAME ./polybot up. Fetched models lie in %s.%n",
                cache);
    }

    static String megabytes(long bytes) {
        return String.format(Locale.ROOT, "%.1f MB", bytes / 1e6);
    }

    private static String precision(@Nullable Double map) {
        return map == null ? "unknown" : String.format(Locale.ROOT, "%.1f", map);
    }
}
