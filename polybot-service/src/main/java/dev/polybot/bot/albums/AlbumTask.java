package dev.polybot.bot.albums;

import dev.polybot.bot.captions.CaptionLanguage;
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
        return CaptionLanguage.parse(caption) instanceof CaptionRequest.Join;
    }

    private static boolean isUnderstood(String caption) {
        return switch (CaptionLanguage.parse(caption)) {
            case CaptionRequest.Chain _, CaptionRequest.Join _, CaptionRequest.Predict _ -> true;
            case CaptionRequest.Absent _, CaptionRequest.Misspelt _, CaptionRequest.Unclear _ ->
                    false;
        };
    }
}
