package dev.polybot.bot.updates;

import dev.polybot.bot.conversation.Content;
import dev.polybot.bot.conversation.FileReference;

import org.jspecify.annotations.Nullable;

import tools.jackson.databind.JsonNode;

import java.util.Comparator;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Reads what a message consists of. */
final class ContentReader {

    /** An animation comes with a document of the same file, a premium sticker or a story with more: the order matters not. */
    private static final Map<String, Content.Kind> OTHERS =
            Map.ofEntries(
                    Map.entry("animation", Content.Kind.ANIMATION),
                    Map.entry("video", Content.Kind.VIDEO),
                    Map.entry("video_note", Content.Kind.VIDEO),
                    Map.entry("sticker", Content.Kind.STICKER),
                    Map.entry("voice", Content.Kind.SOUND),
                    Map.entry("audio", Content.Kind.SOUND),
                    Map.entry("location", Content.Kind.SOMETHING_ELSE),
                    Map.entry("contact", Content.Kind.SOMETHING_ELSE),
                    Map.entry("poll", Content.Kind.SOMETHING_ELSE),
                    Map.entry("dice", Content.Kind.SOMETHING_ELSE),
                    Map.entry("game", Content.Kind.SOMETHING_ELSE),
                    Map.entry("story", Content.Kind.SOMETHING_ELSE),
                    Map.entry("checklist", Content.Kind.SOMETHING_ELSE),
                    Map.entry("paid_media", Content.Kind.SOMETHING_ELSE));

    private static final Set<String> GIF = Set.of("image/gif", "video/mp4");

    private static final Pattern PICTURE_NAME =
            Pattern.compile("(?i).*\\.(jpe?g|png|webp|bmp|tiff?|heic|heif|avif)");

    private ContentReader() {}

    static Content read(JsonNode message) {
        String caption = message.path("caption").asStringOpt().orElse(null);
        String album = message.path("media_group_id").asStringOpt().orElse(null);
        if (message.path("text").isString()) {
            return new Content.Text(message.path("text").stringValue());
        }
        FileReference photo = largest(message.path("photo"));
        if (photo != null) {
            return new Content.Picture(photo, caption, album);
        }
        Content.Kind other =
                OTHERS.entrySet().stream()
                        .filter(entry -> message.has(entry.getKey()))
                        .map(Map.Entry::getValue)
                        .min(Comparator.naturalOrder())
                        .orElse(null);
        if (other != null) {
            return new Content.Other(other);
        }
        return message.has("document")
                ? document(message.path("document"), caption, album)
                : new Content.Service();
    }

    private static Content document(
            JsonNode document, @Nullable String caption, @Nullable String album) {
        String type = document.path("mime_type").asString("");
        if (GIF.contains(type)) {
            return new Content.Other(Content.Kind.ANIMATION);
        }
        String name = document.path("file_name").asString("");
        FileReference file = file(document);
        return file != null && (type.startsWith("image/") || PICTURE_NAME.matcher(name).matches())
                ? new Content.Picture(file, caption, album)
                : new Content.Other(Content.Kind.FILE);
    }

    /** Telegram sends a photo in several sizes. */
    private static @Nullable FileReference largest(JsonNode sizes) {
        Stream<JsonNode> all = sizes.isArray() ? sizes.valueStream() : Stream.empty();
        return all.max(
                        Comparator.comparingLong(
                                size ->
                                        size.path("width").asLong(0)
                                                * size.path("height").asLong(0)))
                .map(ContentReader::file)
                .orElse(null);
    }

    private static @Nullable FileReference file(JsonNode file) {
        String id = file.path("file_id").asString("");
        JsonNode size = file.path("file_size");
        return id.isEmpty()
                ? null
                : new FileReference(id, size.isIntegralNumber() ? size.longValue() : null);
    }
}
