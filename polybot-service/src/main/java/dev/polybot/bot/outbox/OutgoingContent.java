package dev.polybot.bot.outbox;

import dev.polybot.bot.telegram.OutgoingText;

import java.util.List;

/**
 * The content of a message, ready to send: its text, the S3 keys of its pictures, and a fallback text.
 *
 * @param said its words, and the buttons below it
 * @param pictures those that it shows; without any it is words alone
 * @param name what a picture is called as a file
 * @param asFile whether a single picture goes as a file in any case
 * @param without what is said instead when none of its pictures is there any more
 */
public record OutgoingContent(
        OutgoingText said,
        List<Picture> pictures,
        String name,
        boolean asFile,
        OutgoingText without) {

    public OutgoingContent {
        pictures = List.copyOf(pictures);
    }

    /** Words alone. */
    public static OutgoingContent of(OutgoingText said) {
        return new OutgoingContent(said, List.of(), "", false, said);
    }

    /**
     * A picture in S3.
     *
     * @param annotated whether it lies where annotated pictures lie, else among the originals
     */
    public record Picture(String key, boolean annotated) {}
}
