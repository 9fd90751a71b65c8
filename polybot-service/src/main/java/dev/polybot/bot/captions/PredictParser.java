package dev.polybot.bot.captions;

import dev.polybot.model.detection.DetectionOptions;

import org.jspecify.annotations.Nullable;

import java.util.LinkedHashSet;
import java.util.Set;

/** Parses {@code predict [confidence] [only person, dog]}: the confidence and the list in any order. */
final class PredictParser {

    private static final Vocabulary<String> ONLY =
            Vocabulary.of(new String[] {"only", "nur"}, w -> w);

    /** Words that say nothing in a list of things, unless a thing is called so. */
    private static final Vocabulary<String> LIST_FILLERS =
            Vocabulary.of(
                    new String[] {
                        "or", "oder", "the", "a", "an", "all", "any", "der", "die", "das", "den",
                        "ein", "eine", "einen", "alle"
                    },
                    word -> word);

    /** Words that say of a number what it means anyway: "at least 40%". */
    private static final Vocabulary<String> AT_LEAST =
            Vocabulary.of(
                    new String[] {
                        "at least",
                        "min",
                        "minimum",
                        "over",
                        "above",
                        "more than",
                        "from",
                        "mindestens",
                        "über",
                        "ab",
                        "mehr als"
                    },
                    word -> word);

    private static final String EXAMPLE_OF_ONLY = "predict only {things}";

    private final Vocabulary<String> things = ClassVocabulary.known();
    private final TokenStream reading;
    private final Set<String> wanted = new LinkedHashSet<>();
    private boolean only;
    private @Nullable NumberArgument confidence;

    private PredictParser(TokenStream reading) {
        this.reading = reading;
    }

    /** Reads what follows the name, to the end. */
    static DetectionOptions read(TokenStream reading) throws CaptionParseException {
        return new PredictParser(reading).options();
    }

    private DetectionOptions options() throws CaptionParseException {
        reading.skipSeparators();
        while (!reading.isAtEnd()) {
            option();
            reading.skipSeparators();
        }
        if (only && wanted.isEmpty()) {
            throw unclearThing(new CaptionProblem.NothingNamed());
        }
        return new DetectionOptions(leastConfidence(), wanted);
    }

    /** Names come before words that say nothing: some begin with one ("with mask"). Before "only" a number is the confidence. */
    private void option() throws CaptionParseException {
        if (reading.take(ONLY) != null) {
            only = true;
        } else if (!only && confidence()) {
            return;
        } else if (thing(reading.takeName(things))) {
            return;
        } else if (!confidence()
                && !reading.skipFiller()
                && reading.take(AT_LEAST) == null
                && !(only && reading.take(LIST_FILLERS) != null)) {
            guess();
        }
    }

    private boolean confidence() throws CaptionParseException {
        if (confidence != null || !(reading.peek() instanceof Token.Numeral number)) {
            return false;
        }
        confidence = new NumberArgument(number.typed(), Keyword.PREDICT);
        reading.advance();
        if (number.isWhole() && !reading.isAtEnd() && seesThing()) {
            throw unclear(new CaptionProblem.Count(number.typed()));
        }
        return true;
    }

    private boolean seesThing() {
        return reading.seesName(things)
                || (reading.peek() instanceof Token.Symbol(String typed)
                        && ClassVocabulary.shownBy(typed) != null);
    }

    /** Digits right behind a name make another name of it, and no confidence. */
    private boolean thing(@Nullable String thing) throws CaptionParseException {
        if (thing == null) {
            return false;
        }
        String digits = reading.digitsBehind();
        if (digits != null) {
            throw unclearThing(new CaptionProblem.UnknownThing(thing + digits));
        }
        wanted.add(thing);
        return true;
    }

    /** Only behind "only" is a strange word taken for a thing: elsewhere it may be anything. */
    private void guess() throws CaptionParseException {
        if (reading.sees(Keyword.VOCABULARY)) {
            throw unclear(new CaptionProblem.NotInChain(Keyword.PREDICT));
        }
        Token next = reading.peek();
        if (reading.seesOpposite(things) || next.typed().matches("[-!~¬]\\p{L}.*")) {
            throw unclear(new CaptionProblem.LeftOut(next.whole()));
        }
        if (reading.seesAtMost()) {
            throw unclear(new CaptionProblem.AtMost(next.typed(), Keyword.PREDICT));
        }
        if (thing(shown(next)) || (only && thing(reading.guessName(things)))) {
            return;
        }
        if (only) {
            throw reading.nearlySees(Keyword.VOCABULARY)
                    ? unclear(new CaptionProblem.NotInChain(Keyword.PREDICT))
                    : new CaptionParseException(
                            new CaptionProblem.UnknownThing(next.whole()), exampleInsteadOf(next));
        } else if (reading.guess(ONLY) != null) {
            only = true;
        } else {
            throw unclear(new CaptionProblem.Unexpected(next.whole(), Keyword.PREDICT));
        }
    }

    /** The thing that an emoji shows. Asked back, as a guess is. */
    private @Nullable String shown(Token emoji) {
        String thing =
                emoji instanceof Token.Symbol(String typed) ? ClassVocabulary.shownBy(typed) : null;
        if (thing != null) {
            reading.advance();
            reading.markCorrected();
        }
        return thing;
    }

    private @Nullable Double leastConfidence() throws CaptionParseException {
        if (confidence == null) {
            return null;
        }
        double share = confidence.share(reading);
        if (share == 0) {
            throw confidence.outOfRange();
        }
        return share;
    }

    /** A sign may mean that what is named is not wanted. */
    private static String exampleInsteadOf(Token token) {
        return token instanceof Token.Symbol
                ? Keyword.PREDICT.spoken()
                : ClassVocabulary.inExample(EXAMPLE_OF_ONLY);
    }

    private static CaptionParseException unclearThing(CaptionProblem problem) {
        return new CaptionParseException(problem, ClassVocabulary.inExample(EXAMPLE_OF_ONLY));
    }

    private static CaptionParseException unclear(CaptionProblem problem) {
        return new CaptionParseException(problem, Keyword.PREDICT);
    }
}
