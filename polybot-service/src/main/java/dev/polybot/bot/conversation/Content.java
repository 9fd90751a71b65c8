package dev.polybot.bot.conversation;

import org.jspecify.annotations.Nullable;

/** The content of a message: text, a picture, something that the bot cannot use, or a note of an event. */
public sealed interface Content {

    /** Words. */
    record Text(String text) implements Content {}

    /**
     * A picture, as a photo or as a file.
     *
     * @param album what it has in common with the others that were sent together with it; null when it was sent alone
     */
    record Picture(FileReference file, @Nullable String caption, @Nullable String album)
            implements Content {}

    /**
     * Something that the bot can do nothing with. What is written below it in an album is meant for the album's pictures.
     *
     * @param album as of a picture
     */
    record Other(Kind kind, @Nullable String caption, @Nullable String album) implements Content {
        public Other(Kind kind) {
            this(kind, null, null);
        }
    }

    /** What notes an event rather than says something: somebody joined, a message was pinned. */
    record Service() implements Content {}

    /** The kinds of things that people send and the bot cannot use. */
    enum Kind {
        ANIMATION,
        VIDEO,
        STICKER,
        SOUND,
        FILE,
        SOMETHING_ELSE
    }
}
