package dev.polybot.bot.captions;

import java.util.List;

/**
 * What the help says about one thing that can be asked for.
 *
 * @param topic its name
 * @param summary what it does, in a sentence
 * @param usage its form: what is in brackets may be left out
 * @param examples captions that work as they stand
 */
public record HelpPage(String topic, String summary, String usage, List<Example> examples) {

    /** A caption and what it does. */
    public record Example(String caption, String meaning) {}

    public HelpPage {
        examples = List.copyOf(examples);
    }

    /** The caption to show when there is room for one. */
    String firstExample() {
        return examples.getFirst().caption();
    }

    /** The first caption that says something else. */
    String exampleOtherThan(String caption) {
        return examples.stream()
                .map(Example::caption)
                .filter(example -> !example.equals(caption))
                .findFirst()
                .orElse(caption);
    }
}
