package dev.polybot.local.command;

import static java.util.stream.Collectors.joining;

import dev.polybot.model.text.TypingDistance;

import picocli.CommandLine;
import picocli.CommandLine.MissingParameterException;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/** What is wrong with a command line, with what was probably meant. */
final class Mistakes {

    private static final Set<Class<?>> NUMBERS =
            Set.of(int.class, Integer.class, long.class, Long.class, double.class, Double.class);

    private Mistakes() {}

    static String sentence(ParameterException mistake, List<String> arguments) {
        String message = Objects.requireNonNullElse(mistake.getMessage(), "");
        if (mistake instanceof MissingParameterException missing
                && missing.getMissing().getFirst().isPositional()) {
            return arguments.stream()
                    .filter(argument -> argument.matches("-[^=]*\\.\\w+"))
                    .findFirst()
                    .map(file -> "There is no option " + file + ". A file is named ./" + file + '.')
                    .orElse(missing.getMissing().getFirst().paramLabel() + " is missing.");
        }
        if (!(mistake instanceof UnmatchedArgumentException unmatched)
                || unmatched.getUnmatched().isEmpty()) {
            return wrongValue(mistake).orElse(message);
        }
        String word = unmatched.getUnmatched().getFirst();
        CommandLine line = mistake.getCommandLine();
        String what =
                unmatched.isUnknownOption()
                        ? "There is no option " + word + '.'
                        : line.getSubcommands().isEmpty()
                                ? "Too much was given: " + word + '.'
                                : "There is no command `" + word + "`.";
        Set<String> known =
                unmatched.isUnknownOption()
                        ? line.getCommandSpec().optionsMap().keySet()
                        : line.getSubcommands().keySet();
        return what
                + TypingDistance.nearest(word.replaceFirst("(?<=.)=.*", ""), known)
                        .map(meant -> " Did you mean `" + meant + "`?")
                        .orElse("");
    }

    /** For the options that have no words of their own for what they take. */
    private static Optional<String> wrongValue(ParameterException mistake) {
        if (!(mistake.getArgSpec() instanceof OptionSpec option)
                || mistake.getValue() == null
                || option.converters().length > 0) {
            return Optional.empty();
        }
        if (option.type().isEnum()) {
            return Optional.of(
                    option.longestName()
                            + " takes one of "
                            + Arrays.stream(option.type().getEnumConstants())
                                    .map(String::valueOf)
                                    .collect(joining(", "))
                            + ", and not "
                            + mistake.getValue()
                            + '.');
        }
        if (!NUMBERS.contains(option.type())) {
            return Optional.empty();
        }
        String kind =
                option.type() == double.class || option.type() == Double.class
                        ? "a number, such as 2.5"
                        : mistake.getValue().matches("\\d+")
                                ? "a smaller number"
                                : "a whole number, such as 10";
        return Optional.of(
                option.longestName() + " takes " + kind + ", and not " + mistake.getValue() + '.');
    }
}
