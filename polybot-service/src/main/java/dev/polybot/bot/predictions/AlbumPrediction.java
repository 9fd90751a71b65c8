package dev.polybot.bot.predictions;

import dev.polybot.bot.language.Language;

import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The predictions of an album, which are answered together.
 *
 * @param id 32 hexadecimal digits
 * @param replyTo the message that the answer replies to
 * @param language in which the answer is wanted
 * @param numbers the pictures' places in their album, in their order
 * @param numbered whether the answer says the places: the only picture of an album needs no number
 * @param ended those whose predictions have ended or will never be
 * @param refused the sentences for those that will never be
 */
record AlbumPrediction(
        String id,
        String chatId,
        int replyTo,
        Language language,
        List<Integer> numbers,
        boolean numbered,
        Set<Integer> ended,
        Map<Integer, String> refused) {

    AlbumPrediction {
        numbers = List.copyOf(numbers);
        ended = Set.copyOf(ended);
        refused = Map.copyOf(refused);
    }

    boolean isComplete() {
        return ended.containsAll(numbers);
    }
}
