package dev.polybot.local.command;

import dev.polybot.local.stack.FileTroubles;
import dev.polybot.local.stack.StackFailure;

import picocli.CommandLine;
import picocli.CommandLine.Command;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.FileSystemException;
import java.util.List;

/** The command line: which command runs, and what its troubles become. */
@Command(
        name = "polybot",
        description = "Finds things in photos, as a chat bot. All of it runs on this machine.",
        mixinStandardHelpOptions = true,
        resourceBundle = "dev.polybot.model.application",
        version = "Polybot ${bundle:projectVersion}",
        subcommands = {
            UpCommand.class,
            DownCommand.class,
            StatusCommand.class,
            PredictCommand.class,
            SendCommand.class,
            LoadCommand.class,
            ModelsCommand.class,
            SimulateCommand.class,
            CommandLine.HelpCommand.class
        },
        synopsisSubcommandLabel = "COMMAND",
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:Done; the bot has answered.",
            "1:The bot gave no answer in time, `predict` got no picture, or the output could not be written.",
            "2:The command was given wrongly, or a file cannot be sent.",
            "3:The system could not be started, or is not running."
        })
public final class PolybotCommand {

    private PolybotCommand() {}

    /** Runs the command and returns its exit code. */
    public static int run(String... arguments) {
        CommandLine line = new CommandLine(new PolybotCommand());
        line.setExecutionExceptionHandler(PolybotCommand::explain);
        line.setParameterExceptionHandler(PolybotCommand::explainUsage);
        line.setUsageHelpAutoWidth(true);
        line.setCaseInsensitiveEnumValuesAllowed(true);
        String[] version = line.getCommandSpec().version();
        line.getSubcommands().values().forEach(one -> one.getCommandSpec().version(version));
        int code = arguments.length == 0 ? line.execute("--help") : line.execute(arguments);
        if (StandardOutput.isLost(System.out)) {
            line.getErr()
                    .println("Standard output could not be written, or not all: is the disk full?");
            return code == ExitCodes.OK ? ExitCodes.NO_ANSWER : code;
        }
        return code;
    }

    private static int explain(Exception trouble, CommandLine line, CommandLine.ParseResult parsed)
            throws Exception {
        PrintWriter err = line.getErr();
        if (trouble instanceof StackFailure failure) {
            err.println(failure.getMessage());
            if (!failure.hint().isEmpty()) {
                err.println(failure.hint());
            }
            return ExitCodes.NO_STACK;
        }
        if (trouble instanceof ToldException told) {
            return told.exitCode();
        }
        if (trouble instanceof InterruptedException) {
            return ExitCodes.NO_STACK;
        }
        if (trouble instanceof FileSystemException file) {
            err.println(FileTroubles.sentence(file));
            return ExitCodes.USAGE;
        }
        if (trouble instanceof IOException) {
            String why = trouble.getMessage();
            err.println("The connection to the system is lost" + (why == null ? "." : ": " + why));
            err.println("`./polybot status` says whether it is up, and where its logs are.");
            return ExitCodes.NO_STACK;
        }
        throw trouble;
    }

    private static int explainUsage(CommandLine.ParameterException mistake, String[] arguments) {
        CommandLine line = mistake.getCommandLine();
        line.getErr().println(Mistakes.sentence(mistake, List.of(arguments)));
        line.getErr()
                .println("`./" + line.getCommandSpec().qualifiedName() + " --help` says more.");
        return ExitCodes.USAGE;
    }
}
