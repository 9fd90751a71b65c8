package dev.polybot.bot.albums;

import dev.polybot.bot.captions.CaptionFormatter;
import dev.polybot.bot.captions.CaptionParser;
import dev.polybot.bot.captions.CaptionRequest;

import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * One round of work on an album: usually the only one; another follows when a picture comes late or a caption is corrected.
 * It is written down before it is begun, so that whoever takes it over does the same.
 *
 * @param caption the album's, from whichever picture it was on; empty for none
 * @param messageIds the messages that are to be answered, in their order
 * @param changes the album's changes that it covers
 * @param silent whether a caption that asks for nothing is left without an answer
 */
record AlbumTask(String caption, List<Integer> messageIds, long changes, boolean silent) {

    /** Telegram makes no larger albums. */
    static final int MAX_PICTURES = 10;

    private static final Comparator<AlbumEntry> LATEST_CORRECTION_FIRST =
            Comparator.comparing(AlbumEntry::editedAt)
                    .reversed()
                    .thenComparing(AlbumEntry::messageId);

    AlbumTask {
        messageIds = List.copyOf(messageIds);
    }

    /** The next one of an album. */
    static AlbumTask of(Album album) {
        List<AlbumEntry> captioned =
                album.pictures().stream()
                        .filter(picture -> !picture.caption().isBlank())
                        .sorted(LATEST_CORRECTION_FIRST)
                        .toList();
        AlbumEntry decisive =
                captioned.stream()
                        .filter(picture -> isUnderstood(picture.caption()))
                        .findFirst()
                        .orElse(captioned.isEmpty() ? null : captioned.getFirst());
        String caption = decisive == null ? "" : decisive.caption();
        boolean repeated = caption.equals(album.caption());
        boolean corrected = decisive != null && decisive.isEdited();
        return new AlbumTask(
                caption,
                messages(album, caption, repeated),
                album.changes(),
                album.handled() > 0 && (repeated || corrected));
    }

    /** Whether there is anything to do. */
    boolean isEmpty() {
        return messageIds.isEmpty();
    }

    private static List<Integer> messages(Album album, String caption, boolean repeated) {
        List<Integer> all = album.pictures().stream().map(AlbumEntry::messageId).toList();
        List<Integer> late = all.stream().filter(id -> !album.answered().contains(id)).toList();
        boolean onlyLate = repeated && (late.isEmpty() || !isAboutAll(caption));
        Stream<Integer> messages = (onlyLate ? late : all).stream();
        return messages.limit(MAX_PICTURES).toList();
    }

    /** A joined picture is right only with all of them in it. */
    private static boolean isAboutAll(String caption) {
        return CaptionParser.parse(caption) instanceof CaptionRequest.Join;
    }

    /** What it is about, in the shortest words; empty where that is not understood. */
    String followed() {
        return understood(caption);
    }

    /** What else its pictures asked for as they were sent, in the shortest words: an album is one question. */
    List<String> notFollowed(Album album) {
        boolean corrected = album.pictures().stream().anyMatch(AlbumEntry::isEdited);
        return corrected || followed().isEmpty()
                ? List.of()
                : album.pictures().stream()
                        .filter(picture -> messageIds.contains(picture.messageId()))
                        .map(picture -> understood(picture.caption()))
                        .filter(asked -> !asked.isEmpty() && !asked.equals(followed()))
                        .distinct()
                        .toList();
    }

    private static boolean isUnderstood(String caption) {
        return !understood(caption).isEmpty();
    }

    private static String understood(String caption) {
        return switch (CaptionParser.parse(caption)) {
            case CaptionRequest.Chain chain -> CaptionFormatter.of(chain);
            case CaptionRequest.Join join -> CaptionFormatter.of(join);
            case CaptionRequest.Predict predict -> CaptionFormatter.of(predict);
            case CaptionRequest.Absent _, CaptionRequest.Misspelt _, CaptionRequest.Unclear _ -> "";
        };
    }
}
