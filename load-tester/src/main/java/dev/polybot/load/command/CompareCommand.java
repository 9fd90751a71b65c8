package dev.polybot.load.command;

import dev.polybot.load.report.RunComparison;

import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;

@Command(
        name = "compare",
        mixinStandardHelpOptions = true,
        description = {
            "Shows two runs side by side: counts, throughput, latencies, and what was not alike in their setup."
        })
final class CompareCommand implements Callable<Integer> {

    @Parameters(
            index = "0",
            paramLabel = "A",
            description = "A report's folder, or its summary.json.")
    private Path before = Path.of("");

    @Parameters(index = "1", paramLabel = "B", description = "The report to hold against it.")
    private Path after = Path.of("");

    @Override
    public Integer call() throws IOException {
        RunComparison.of(before, after)
                .forEach(line -> System.out.println(TerminalSanitizer.text(line)));
        return ExitCodes.OK;
    }
}
