package dev.polybot.bot.captions;

import dev.polybot.model.detection.DetectionOptions;

import org.jspecify.annotations.Nullable;

import java.util.LinkedHashSet;
import java.util.Set;

/** {@code predict [confidence] [only person, dog]}: the confidence and the list in any order. */
final class PredictGrammar {

    private static final Vocabulary<String> ONLY = Vocabulary.of(new String[] {"only"}, w -> w);

    private final Vocabulary<String> things = ClassVocabulary.known();
    private final TokenStream reading;
    private final Set<String> wanted = new LinkedHashSet<>();
    private boolean only;
    private @Nullable NumberArgument confidence;

    private PredictGrammar(TokenStream reading) {
        this.reading = reading;
    }

    /** Reads what follows the name, to the end. */
    static DetectionOptions read(TokenStream reading) throws CaptionParseException {
        return new PredictGrammar(reading).options();
    }

    private DetectionOptions options() throws CaptionParseException {
        reading.skipSeparatorsAndFillers();
        while (!reading.isAtEnd()) {
            option();
            reading.skipSeparatorsAndFillers();
        }
        if (only && wanted.isEmpty()) {
            throw unclear(new CaptionProblem.Unexpected("only", Keyword.PREDICT));
        }
        return new DetectionOptions(leastConfidence(), wanted);
    }

    private void option() throws CaptionParseException {
        if (confidence == null && reading.next() instanceof Token.Numeral(String typed)) {
            confidence = new NumberArgument(typed, Keyword.PREDICT);
            reading.skip();
        } else if (reading.take(ONLY) != null) {
            only = true;
        } else {
            String thing = reading.take(things);
            if (thing == null) {
                guess();
            } else {
                wanted.add(thing);
            }
        }
    }

    /** Only behind "only" is a strange word taken for a thing: elsewhere it may be anything. */
    private void guess() throws CaptionParseException {
        if (reading.sees(Keyword.VOCABULARY)) {
            throw unclear(new CaptionProblem.NotInChain(Keyword.PREDICT));
        }
        if (only) {
            String thing = reading.guess(things);
            if (thing == null) {
                throw unclear(new CaptionProblem.UnknownThing(reading.next().typed()));
            }
            wanted.add(thing);
        } else if (reading.guess(ONLY) != null) {
            only = true;
        } else {
            throw unclear(new CaptionProblem.Unexpected(reading.next().typed(), Keyword.PREDICT));
        }
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

    private static CaptionParseException unclear(CaptionProblem problem) {
        return new CaptionParseException(problem, Keyword.PREDICT);
    }
}
