package dev.polybot.local.command;

import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toSet;

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
        if (isOfHelp(mistake)) {
            String word = mistake.getValue();
            return noCommand(word)
                    + meant(word, mistake.getCommandLine().getSubcommands().keySet());
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
                                : noCommand(word);
        Set<String> known =
                unmatched.isUnknownOption()
                        ? optionsLike(word, line)
                        : line.getSubcommands().keySet();
        return what + meant(word.replaceFirst("(?<=.)=.*", ""), known);
    }

    /** {@code help} knows no class of mistakes for a command that there is not. */
    private static boolean isOfHelp(ParameterException mistake) {
        return mistake.getArgSpec() == null && mistake.getValue() != null;
    }

    private static String noCommand(String word) {
        return "There is no command `" + word + "`.";
    }

    /** An option of one letter is never a slip for another letter, but may be in the other case. */
    private static Set<String> optionsLike(String word, CommandLine line) {
        return line.getCommandSpec().optionsMap().keySet().stream()
                .filter(option -> option.startsWith("--") || option.equalsIgnoreCase(word))
                .collect(toSet());
    }

    /** What is typed may be cut short, where only one begins like it, or a slip of the finger. */
    private static String meant(String typed, Set<String> known) {
        List<String> beginnings =
                known.stream()
                        .filter(word -> typed.length() > 2 && word.startsWith(typed))
                        .toList();
        return (beginnings.size() == 1
                        ? Optional.of(beginnings.getFirst())
                        : TypingDistance.nearest(typed, known))
                .map(word -> " Did you mean `" + word + "`?")
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
