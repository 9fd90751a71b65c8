package dev.polybot.bot.albums;

import static dev.polybot.bot.storage.Attributes.epochMillis;
import static dev.polybot.bot.storage.Attributes.number;
import static dev.polybot.bot.storage.Attributes.string;
import static dev.polybot.bot.storage.Attributes.time;

import dev.polybot.bot.conversation.Content;
import dev.polybot.bot.conversation.FileReference;
import dev.polybot.bot.conversation.Sender;
import dev.polybot.bot.language.Language;
import dev.polybot.observability.CarriedTrace;

import org.jspecify.annotations.Nullable;

import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Maps albums to and from the attributes of their item in the state table. Each picture is an attribute of its own, {@code
 * m<message>}, so that all instances add theirs without reading the others'.
 */
final class AlbumItemMapper {

    private static final String PICTURE = "m";

    private AlbumItemMapper() {}

    static String attributeOf(AlbumEntry picture) {
        return PICTURE + picture.messageId();
    }

    static AttributeValue picture(AlbumEntry picture) {
        Map<String, AttributeValue> map = new HashMap<>();
        map.put("file", string(picture.file().fileId()));
        map.put("unique", string(picture.file().uniqueId()));
        map.put("caption", string(picture.caption()));
        map.put("editedAt", epochMillis(picture.editedAt()));
        if (picture.file().size() != null) {
            map.put("size", number(picture.file().size()));
        }
        if (picture.file().declaredKind() != null) {
            map.put("saidToBe", string(picture.file().declaredKind().name()));
        }
        map.put("trace", string(picture.trace().toString()));
        return AttributeValue.fromM(map);
    }

    static AttributeValue task(AlbumTask task) {
        return AttributeValue.fromM(
                Map.of(
                        "caption",
                        string(task.caption()),
                        "messages",
                        AttributeValue.fromL(
                                task.messageIds().stream().map(id -> number(id)).toList()),
                        "changes",
                        number(task.changes()),
                        "silent",
                        AttributeValue.fromBool(task.silent())));
    }

    static Album read(Map<String, AttributeValue> item) {
        List<AlbumEntry> pictures = new ArrayList<>();
        item.forEach(
                (name, value) -> {
                    if (name.matches(PICTURE + "\\d+")) {
                        pictures.add(
                                picture(
                                        Integer.parseInt(name.substring(PICTURE.length())),
                                        value.m()));
                    }
                });
        pictures.sort(Comparator.comparing(AlbumEntry::messageId));
        Instant lastChange = time(item, "lastChange");
        AttributeValue task = item.get("round");
        return new Album(
                string(item, "id"),
                number(item, "chat"),
                new Sender(
                        Language.of(string(item, "language")),
                        flag(item, "inGroup"),
                        number(item, "person")),
                item.containsKey("repliedToBot") ? string(item, "repliedToBot") : null,
                string(item, "mediaGroup"),
                pictures,
                number(item, "changes"),
                number(item, "handled"),
                item.containsKey("waitingSince") ? time(item, "waitingSince") : lastChange,
                lastChange,
                answered(item.get("answered")),
                item.containsKey("caption") ? string(item, "caption") : null,
                task == null ? null : task(task.m()),
                item.containsKey("heldUntil") ? time(item, "heldUntil") : null);
    }

    private static AlbumEntry picture(int messageId, Map<String, AttributeValue> map) {
        Long size = map.containsKey("size") ? number(map, "size") : null;
        String file = string(map, "file");
        Content.Kind kind =
                map.containsKey("saidToBe") ? Content.Kind.valueOf(string(map, "saidToBe")) : null;
        return new AlbumEntry(
                messageId,
                new FileReference(
                        file, size, map.containsKey("unique") ? string(map, "unique") : file, kind),
                string(map, "caption"),
                time(map, "editedAt"),
                CarriedTrace.parse(string(map, "trace")));
    }

    private static AlbumTask task(Map<String, AttributeValue> map) {
        AttributeValue messages = map.get("messages");
        return new AlbumTask(
                string(map, "caption"),
                messages == null
                        ? List.of()
                        : messages.l().stream().map(id -> Integer.valueOf(id.n())).toList(),
                number(map, "changes"),
                flag(map, "silent"));
    }

    private static Set<Integer> answered(@Nullable AttributeValue messages) {
        return messages == null
                ? Set.of()
                : messages.ns().stream().map(Integer::valueOf).collect(Collectors.toSet());
    }

    private static boolean flag(Map<String, AttributeValue> item, String name) {
        AttributeValue value = item.get(name);
        return value != null && Boolean.TRUE.equals(value.bool());
    }
}
