package dev.polybot.local.command;

import dev.polybot.model.text.TypingDistance;

import picocli.CommandLine;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

import java.util.Objects;
import java.util.Set;

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
        Set<String> known =
                unmatched.isUnknownOption()
                        ? line.getCommandSpec().optionsMap().keySet()
                        : line.getSubcommands().keySet();
        return what
                + TypingDistance.nearest(word.replaceFirst("(?<=.)=.*", ""), known)
                        .map(meant -> " Did you mean `" + meant + "`?")
                        .orElse("");
    }
}
