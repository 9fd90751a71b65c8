package dev.polybot.bot.updates;

import dev.polybot.bot.conversation.Content;
import dev.polybot.bot.conversation.FileReference;

import org.jspecify.annotations.Nullable;

import tools.jackson.databind.JsonNode;

import java.util.Comparator;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Parses the content of a message from Telegram's JSON: text, a picture, another kind of file, or an event. What a document is goes
 * by its declared type and name here; its bytes are looked at later.
 */
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

    private static final Pattern PICTURE_NAME =
            Pattern.compile("(?i).*\\.(jpe?g|jpe|jfif|pjpeg|png|apng|gif|webp|bmp|dib|ico)");

    /** Pictures in formats that are not read. */
    private static final Pattern UNREADABLE_TYPE =
            Pattern.compile("image/(hei[cf](-sequence)?|avif|tiff?|svg\\+xml|jxl|jp2|.*photoshop)");

    private static final Pattern UNREADABLE_NAME =
            Pattern.compile("(?i).*\\.(hei[cf]|avif|tiff?|svg|jxl|jp2|psd)");

    /** What clients say of a file when they do not know what it is. */
    private static final Set<String> ANY_TYPE =
            Set.of("", "application/octet-stream", "binary/octet-stream", "application/x-unknown");

    /** A name's end that says what a file is. */
    private static final Pattern NAMED_KIND = Pattern.compile(".*\\.[A-Za-z][A-Za-z0-9]{0,9}");

    /** Telegram's own names are longer: shorter ones cannot tell two files apart. */
    private static final int MIN_UNIQUE_ID = 6;

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
        if (isGif(message.path("animation"))) {
            return document(message.path("animation"), caption, album);
        }
        Content.Kind other =
                OTHERS.entrySet().stream()
                        .filter(entry -> message.has(entry.getKey()))
                        .map(Map.Entry::getValue)
                        .min(Comparator.naturalOrder())
                        .orElse(null);
        if (other != null) {
            return new Content.Other(FileReference.to(other), caption, album);
        }
        return message.has("document")
                ? document(message.path("document"), caption, album)
                : event(message);
    }

    /** Of a group's becoming a supergroup both chats are told. */
    private static Content event(JsonNode message) {
        long chat = message.path("chat").path("id").asLong(0);
        JsonNode to = message.path("migrate_to_chat_id");
        JsonNode from = message.path("migrate_from_chat_id");
        if (to.isIntegralNumber()) {
            return new Content.Moved(chat, to.longValue());
        }
        return from.isIntegralNumber()
                ? new Content.Moved(from.longValue(), chat)
                : new Content.Service();
    }

    /** Whether a file is a picture its bytes tell, later; here it only is what is said of it. */
    private static Content document(
            JsonNode document, @Nullable String caption, @Nullable String album) {
        String type = document.path("mime_type").asString("").toLowerCase(Locale.ROOT).strip();
        String name = document.path("file_name").asString("").strip();
        boolean unreadable =
                UNREADABLE_TYPE.matcher(type).matches()
                        || (ANY_TYPE.contains(type) && UNREADABLE_NAME.matcher(name).matches());
        boolean picture =
                type.startsWith("image/")
                        || PICTURE_NAME.matcher(name).matches()
                        || (ANY_TYPE.contains(type) && !NAMED_KIND.matcher(name).matches());
        Content.Kind kind =
                unreadable ? Content.Kind.UNREADABLE : picture ? null : kind(type, name);
        FileReference file = file(document, kind);
        return Content.Sent.of(
                file == null ? FileReference.to(Content.Kind.FILE) : file, caption, album);
    }

    private static Content.Kind kind(String type, String name) {
        if (type.equals("application/pdf") || name.toLowerCase(Locale.ROOT).endsWith(".pdf")) {
            return Content.Kind.PDF;
        }
        return switch (type.substring(0, type.indexOf('/') + 1)) {
            case "video/" -> Content.Kind.VIDEO;
            case "audio/" -> Content.Kind.SOUND;
            case "text/" -> Content.Kind.TEXT;
            default -> ANY_TYPE.contains(type) ? kindByName(name) : Content.Kind.FILE;
        };
    }

    private static Content.Kind kindByName(String name) {
        return switch (name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT)) {
            case "mp4", "m4v", "mov", "webm", "mkv", "avi", "mpg", "mpeg", "3gp", "wmv", "flv" ->
                    Content.Kind.VIDEO;
            case "mp3", "m4a", "ogg", "oga", "opus", "wav", "flac", "aac" -> Content.Kind.SOUND;
            case "txt", "md", "csv", "log" -> Content.Kind.TEXT;
            default -> Content.Kind.FILE;
        };
    }

    /** Telegram makes films of GIF files that move; one that is still a GIF file stands still, or shows its first frame. */
    private static boolean isGif(JsonNode animation) {
        return animation.path("mime_type").asString("").equalsIgnoreCase("image/gif");
    }

    /** Telegram sends a photo in several sizes. */
    private static @Nullable FileReference largest(JsonNode sizes) {
        Stream<JsonNode> all = sizes.isArray() ? sizes.valueStream() : Stream.empty();
        return all.max(
                        Comparator.comparingLong(
                                size ->
                                        size.path("width").asLong(0)
                                                * size.path("height").asLong(0)))
                .map(size -> file(size, null))
                .orElse(null);
    }

    private static @Nullable FileReference file(
            JsonNode file, Content.@Nullable Kind declaredKind) {
        String id = file.path("file_id").asString("");
        JsonNode size = file.path("file_size");
        String unique = file.path("file_unique_id").asString("");
        return id.isEmpty()
                ? null
                : new FileReference(
                        id,
                        size.isIntegralNumber() ? size.longValue() : null,
                        unique.length() < MIN_UNIQUE_ID ? id : unique,
                        declaredKind);
    }
}
