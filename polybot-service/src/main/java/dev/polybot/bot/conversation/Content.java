package dev.polybot.bot.conversation;

import org.jspecify.annotations.Nullable;

/** The content of a message: text, a picture or something else that was sent, or a note of an event. */
public sealed interface Content {

    /** Words. */
    record Text(String text) implements Content {}

    /** Something that was sent, with what is written below it. */
    sealed interface Sent extends Content {

        FileReference file();

        @Nullable String caption();

        /** What it has in common with the others that were sent together with it; null when it was sent alone. */
        @Nullable String album();

        /** It as a picture, or as what it is said to be. */
        static Sent of(FileReference file, @Nullable String caption, @Nullable String album) {
            return file.isPicture()
                    ? new Picture(file, caption, album)
                    : new Other(file, caption, album);
        }
    }

    /** A picture, as a photo or as a file. */
    record Picture(FileReference file, @Nullable String caption, @Nullable String album)
            implements Sent {}

    /** Something that is said to be no picture. What is written below it in an album is meant for all of the album. */
    record Other(FileReference file, @Nullable String caption, @Nullable String album)
            implements Sent {

        public Other(Kind kind) {
            this(FileReference.to(kind), null, null);
        }
    }

    /** What notes an event rather than says something: somebody joined, a message was pinned. */
    record Service() implements Content {}

    /** The note that a group has become a supergroup, which is a chat with another number. */
    record Moved(long from, long to) implements Content {}

    /** The kinds of things that people send and the bot cannot use. */
    enum Kind {
        ANIMATION,
        VIDEO,
        STICKER,
        SOUND,
        PDF,
        TEXT,
        UNREADABLE,
        FILE,
        SOMETHING_ELSE
    }
}
