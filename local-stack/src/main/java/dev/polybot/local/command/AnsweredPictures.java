package dev.polybot.local.command;

import dev.polybot.local.chat.ChatMessage;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Which of the pictures that were sent an answer shows. All pictures of an album's answer reply to its first message, and those
 * that could not be done are missing among them: which those are, only the answer's words say.
 */
final class AnsweredPictures {

    static final int UNKNOWN = -1;

    /** A line for each picture of an album in which things were looked for. */
    private static final Pattern LOOKED_AT = Pattern.compile("(?m)^(\\d+): (.*)$");

    private static final Pattern SUCCEEDED = Pattern.compile("I (found|looked closely) .*");

    /** A line for each reason why pictures are not in the answer. */
    private static final Pattern LEFT_OUT =
            Pattern.compile("(?m)^Numbers? (\\d+(?:, \\d+)*(?: and \\d+)?): ");

    private AnsweredPictures() {}

    /**
     * The place of the picture, from 0.
     *
     * @param pictures how many were sent
     */
    static int placeOf(ChatMessage answer, ChatExchange.Said said, int pictures) {
        List<Long> sent = said.sent().stream().map(ChatMessage::id).limit(pictures).toList();
        int first = answer.replyTo() == null ? -1 : sent.indexOf(answer.replyTo());
        if (first < 0) {
            return UNKNOWN;
        }
        List<ChatMessage> shown =
                said.answers().stream()
                        .filter(other -> other.file() != null)
                        .filter(other -> Objects.equals(other.replyTo(), answer.replyTo()))
                        .toList();
        String words = shown.stream().map(ChatMessage::words).collect(Collectors.joining("\n"));
        boolean lookedAt = LOOKED_AT.matcher(words).find();
        List<Integer> done =
                lookedAt ? succeeded(words, pictures) : notLeftOut(words, first, pictures);
        boolean joined = shown.size() == 1 && !lookedAt && !done.isEmpty();
        if (done.size() == 1 || joined) {
            return done.getFirst();
        }
        return done.size() == shown.size() ? done.get(shown.indexOf(answer)) : UNKNOWN;
    }

    private static List<Integer> succeeded(String words, int pictures) {
        return LOOKED_AT
                .matcher(words)
                .results()
                .filter(line -> SUCCEEDED.matcher(line.group(2)).matches())
                .map(line -> Integer.parseInt(line.group(1)) - 1)
                .filter(place -> place < pictures)
                .toList();
    }

    private static List<Integer> notLeftOut(String words, int first, int pictures) {
        List<Integer> leftOut =
                LEFT_OUT.matcher(words).results().flatMap(AnsweredPictures::numbers).toList();
        return IntStream.range(first, pictures)
                .filter(place -> !leftOut.contains(place + 1))
                .boxed()
                .toList();
    }

    private static Stream<Integer> numbers(MatchResult line) {
        return Arrays.stream(line.group(1).split("\\D+")).map(Integer::valueOf);
    }
}
