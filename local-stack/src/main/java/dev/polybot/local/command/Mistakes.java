package dev.polybot.local.command;

import picocli.CommandLine;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

import java.util.List;
import java.util.Objects;

/** What is wrong with a command line, with what was probably meant. */
final class Mistakes {

    private Mistakes() {}

    static String sentence(ParameterException mistake) {
        String message = Objects.requireNonNullElse(mistake.getMessage(), "");
        if (!(mistake instanceof UnmatchedArgumentException unmatched)
                || unmatched.getUnmatched().isEmpty()) {
            return message;
        }
        String word = unmatched.getUnmatched().getFirst();
        CommandLine line = mistake.getCommandLine();
        String what =
                unmatched.isUnknownOption()
                        ? "There is no option " + word + '.'
                        : line.getSubcommands().isEmpty()
                                ? "Too much was given: " + word + '.'
                                : "There is no command `" + word + "`.";
        List<String> meant = unmatched.getSuggestions();
        return meant.isEmpty() ? what : what + " Did you mean `" + bare(meant.getFirst()) + "`?";
    }

    /** Suggestions come with the commands before them. */
    private static String bare(String suggestion) {
        return suggestion.substring(suggestion.lastIndexOf(' ') + 1);
    }
}
