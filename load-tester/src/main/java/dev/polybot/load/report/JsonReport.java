package dev.polybot.load.report;

import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

import java.util.LinkedHashMap;
import java.util.Map;

/** The summary for machines. Times are milliseconds. */
public final class JsonReport {

    private static final JsonMapper JSON =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    private JsonReport() {}

    public static String of(RunRecord run, RunMetrics metrics) {
        Map<String, Object> summary = new LinkedHashMap<>();
        summary.put("title", run.title());
        summary.put("command", run.command());
        summary.put("started", run.started().toString());
        summary.put("interrupted", run.interrupted());
        summary.put("flawless", metrics.isFlawless());
        summary.put("figures", metrics);
        summary.put("samples", run.samples());
        summary.put("notes", run.notes());
        summary.put("setup", run.facts());
        return JSON.writeValueAsString(summary);
    }
}
