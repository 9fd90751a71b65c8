package dev.polybot.load.command;

import dev.polybot.load.address.RefusedAddressException;
import dev.polybot.load.check.BrokenExpectationsException;
import dev.polybot.load.pictures.UnusablePicturesException;
import dev.polybot.model.text.TypingDistance;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.OptionSpec;

import software.amazon.awssdk.core.exception.SdkException;

import java.io.IOException;
import java.io.PrintWriter;
import java.net.URI;
import java.nio.file.FileSystemException;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The command line: which way in, and what its troubles become. */
@Command(
        name = "load-tester",
        description = {
            "Loads a running Polybot, checks every answer, and writes a report with plots.",
            "It loads this machine only, unless you confirm another one."
        },
        mixinStandardHelpOptions = true,
        resourceBundle = "dev.polybot.model.application",
        version = "Polybot load tester ${bundle:projectVersion}",
        synopsisSubcommandLabel = "COMMAND",
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:Every request was answered, rightly and once.",
            "1:Answers were lost, wrong or double, or said that something could not be done.",
            "2:Used wrongly, or pointed at something that may not be loaded.",
            "3:The system is not there.",
            "130:Ended by Ctrl-C; the report is there."
        })
public final class LoadCommand {

    private static final String NUMBER = "a number, such as 2.5";
    private static final String WHOLE_NUMBER = "a whole number, such as 10";

    private static final Map<Class<?>, String> TAKES =
            Map.of(
                    int.class, WHOLE_NUMBER,
                    Integer.class, WHOLE_NUMBER,
                    long.class, WHOLE_NUMBER,
                    double.class, NUMBER,
                    Double.class, NUMBER,
                    URI.class, "an address, such as http://127.0.0.1:8090");

    private LoadCommand() {}

    /** Runs the command and returns its exit code. */
    public static int run(Map<String, String> environment, String... arguments) {
        CommandLine line = line(environment, arguments);
        return arguments.length == 0 ? line.execute("--help") : line.execute(arguments);
    }

    static CommandLine line(Map<String, String> environment, String... arguments) {
        CommandLine line = new CommandLine(new LoadCommand());
        Invocation invocation = new Invocation(environment, List.of(arguments));
        line.addSubcommand(new QueueCommand(invocation));
        line.addSubcommand(new RestCommand(invocation));
        line.addSubcommand(new WebhookCommand(invocation));
        line.addSubcommand(new CompareCommand());
        line.addSubcommand(new CommandLine.HelpCommand());
        line.setCommandName(environment.getOrDefault("POLYBOT_LOAD_NAME", "load-tester"));
        line.setExecutionExceptionHandler(LoadCommand::explain);
        line.setParameterExceptionHandler(LoadCommand::explainUsage);
        line.setUsageHelpAutoWidth(true);
        line.setCaseInsensitiveEnumValuesAllowed(true);
        String[] version = line.getCommandSpec().version();
        line.getSubcommands().values().forEach(one -> one.getCommandSpec().version(version));
        return line;
    }

    private static int explain(Exception trouble, CommandLine line, CommandLine.ParseResult parsed)
            throws Exception {
        PrintWriter err = line.getErr();
        String message = String.valueOf(trouble.getMessage());
        switch (trouble) {
            case RefusedAddressException _,
                    UnusablePicturesException _,
                    BrokenExpectationsException _ -> {
                err.println(message);
                return ExitCodes.USAGE;
            }
            case IllegalArgumentException _ -> {
                err.println("This cannot be done: " + message + '.');
                err.println("`" + line.getCommandSpec().qualifiedName() + " --help` says more.");
                return ExitCodes.USAGE;
            }
            case FileSystemException _ -> {
                err.println("Cannot read or write " + message);
                return ExitCodes.USAGE;
            }
            case SdkException _ -> {
                err.println("Queue, bucket or table cannot be used: " + message);
                return ExitCodes.NO_SYSTEM;
            }
            case IOException _ -> {
                err.println("The system cannot be reached: " + message);
                err.println("Is that the address, and is the system up there?");
                return ExitCodes.NO_SYSTEM;
            }
            default -> throw trouble;
        }
    }

    private static int explainUsage(CommandLine.ParameterException mistake, String[] arguments) {
        CommandLine line = mistake.getCommandLine();
        line.getErr().println(sentence(mistake));
        line.getErr().println("`" + line.getCommandSpec().qualifiedName() + " --help` says more.");
        return ExitCodes.USAGE;
    }

    /** What picocli calls an unmatched argument is a way in that there is not, or an option that was misspelt. */
    private static String sentence(CommandLine.ParameterException mistake) {
        if (!(mistake instanceof CommandLine.UnmatchedArgumentException unmatched)
                || unmatched.getUnmatched().isEmpty()) {
            return wrongValue(mistake).orElse(String.valueOf(mistake.getMessage()));
        }
        String word = unmatched.getUnmatched().getFirst();
        if (unmatched.isUnknownOption()) {
            return "There is no option "
                    + word
                    + meant(word, mistake.getCommandLine().getCommandSpec().optionsMap().keySet());
        }
        var ways = mistake.getCommandLine().getSubcommands().keySet();
        return ways.isEmpty()
                ? "Too much was given: " + word + '.'
                : "There is no way in called `"
                        + word
                        + "`"
                        + meant(word, ways)
                        + " Known are "
                        + String.join(", ", ways)
                        + '.';
    }

    /** What an option takes, where picocli would name a type of Java's. */
    private static Optional<String> wrongValue(CommandLine.ParameterException mistake) {
        String value = mistake.getValue();
        if (!(mistake.getArgSpec() instanceof OptionSpec option) || value == null) {
            return Optional.empty();
        }
        String takes = TAKES.get(option.type());
        if (option.isMultiValue() && option.auxiliaryTypes()[0] == URI.class) {
            takes = TAKES.get(URI.class);
        }
        if (takes == null) {
            return Optional.empty();
        }
        boolean tooLarge = takes.equals(WHOLE_NUMBER) && value.matches("\\d+");
        return Optional.of(
                option.longestName()
                        + " takes "
                        + (tooLarge ? "a smaller number" : takes)
                        + ", and not "
                        + value
                        + '.');
    }

    private static String meant(String word, Collection<String> known) {
        return TypingDistance.nearest(word.replaceFirst("(?<=.)=.*", ""), known)
                .map(meant -> ". Did you mean `" + meant + "`?")
                .orElse(".");
    }
}
