package dev.polybot.bot.captions;

import dev.polybot.bot.language.Language;

import java.util.List;
import java.util.stream.IntStream;

/**
 * One topic of the help: its usage and templates of example captions; its texts are looked up by its key in each language.
 *
 * @param topic its name
 * @param usage its form: what is in brackets may be left out
 * @param captionTemplates examples, in which places stand for classes of the model in use
 * @param messageArguments what its texts quote: the largest number that it takes, and the one it takes when none is given
 */
public record HelpPage(
        String topic, String usage, List<String> captionTemplates, List<String> messageArguments) {

    /** A caption and what it does. */
    public record Example(String caption, String meaning) {}

    public HelpPage {
        captionTemplates = List.copyOf(captionTemplates);
        messageArguments = List.copyOf(messageArguments);
    }

    /** Examples that work as they stand: things are called as the model in use calls them. */
    public List<String> exampleCaptions() {
        return captionTemplates.stream().map(ClassVocabulary::inExample).toList();
    }

    /** The topic as one word: what its texts and buttons are known by. */
    public String key() {
        return topic.replace(' ', '_');
    }

    /** What it does, in a sentence. */
    public String summary(Language language) {
        return text("help." + key(), language);
    }

    public List<Example> examples(Language language) {
        List<String> captions = exampleCaptions();
        return IntStream.range(0, captions.size())
                .mapToObj(
                        i ->
                                new Example(
                                        captions.get(i),
                                        text("help." + key() + '.' + (i + 1), language)))
                .toList();
    }

    /** The caption to show when there is room for one. */
    String firstExample() {
        return exampleCaptions().getFirst();
    }

    /** The first caption that says something else. */
    String exampleOtherThan(String caption) {
        return exampleCaptions().stream()
                .filter(example -> !example.equals(caption))
                .findFirst()
                .orElse(caption);
    }

    private String text(String key, Language language) {
        return language.say(key, messageArguments.toArray());
    }
}
