package dev.polybot.bot.predictions;

import static dev.polybot.bot.storage.Attributes.number;
import static dev.polybot.bot.storage.Attributes.string;

import dev.polybot.bot.language.Language;

import org.jspecify.annotations.Nullable;

import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** A run as an item of the state table; the sentence for a refused picture is an attribute {@code r<number>}. */
final class AlbumPredictionItem {

    private AlbumPredictionItem() {}

    static Map<String, AttributeValue> of(AlbumPrediction album) {
        Map<String, AttributeValue> item = new HashMap<>();
        item.put("chat", string(album.chatId()));
        item.put("replyTo", number(album.replyTo()));
        item.put("language", string(album.language().code()));
        item.put(
                "numbers",
                AttributeValue.fromNs(album.numbers().stream().map(String::valueOf).toList()));
        return item;
    }

    static AlbumPrediction read(String id, Map<String, AttributeValue> item) {
        Map<Integer, String> refused = new HashMap<>();
        item.forEach(
                (name, value) -> {
                    if (name.matches("r\\d+")) {
                        refused.put(Integer.valueOf(name.substring(1)), value.s());
                    }
                });
        AttributeValue chat = item.get("chat");
        AttributeValue replyTo = item.get("replyTo");
        AttributeValue language = item.get("language");
        return new AlbumPrediction(
                id,
                chat == null ? "" : chat.s(),
                replyTo == null ? 0 : Integer.parseInt(replyTo.n()),
                Language.of(language == null ? null : language.s()),
                numbers(item.get("numbers")),
                Set.copyOf(numbers(item.get("ended"))),
                refused);
    }

    private static List<Integer> numbers(@Nullable AttributeValue set) {
        return set == null ? List.of() : set.ns().stream().map(Integer::valueOf).sorted().toList();
    }
}
