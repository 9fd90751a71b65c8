package dev.polybot.bot.conversation;

/** What the bot says. */
public final class Phrases {

    /** The most that a bot can fetch (Bot API, getFile). */
    public static final long MAX_FILE_SIZE = 20L * 1024 * 1024;

    static final String GREETING =
            """
            Hello! I find things in photos, and I change photos.

            Send me a photo with the caption
                predict
            and I answer with the same photo, a box around everything I recognise, and a count of what I found.

            Other captions change your photo: try
                blur
            or contour, rotate, segment, salt and pepper. /help says what each can do.

            You can also send the picture as a file; then I see it in full quality.
            Send me a text and I repeat it; reply to a message and I quote you.""";

    static final String HOW_TO_SEND_A_PHOTO =
            "Send me a photo with the caption \"predict\" and I tell you what I see in it. /help says what else I can do.";

    static final String CAPTION_MISSING =
            "A nice picture! Tell me what to do with it: send it again with the caption \"predict\" and I show you"
                    + " what I find in it, or with \"blur\", \"contour\" or another of those that /help lists.";

    static final String HOW_TO_SEND_AN_ALBUM =
            "\"concat\" joins several pictures, and this is only one. Choose 2 to 10 pictures, send them together as"
                    + " an album and put the caption on one of them.";

    static final String ALBUMS_NOT_YET =
            "I cannot join the pictures of an album yet. With any other caption that /help lists I change one"
                    + " picture of it, the one that has the caption.";

    public static final String FILE_TOO_LARGE =
            "This file is over 20 MB, which is the most that Telegram lets a bot fetch. Send the picture as a photo"
                    + " instead of a file, or make it smaller first.";

    public static final String FILE_UNAVAILABLE =
            "Telegram would not give me this picture. Please send it once more.";

    public static final String SOMETHING_WENT_WRONG =
            "Sorry, something went wrong on my side with your last message. Please send it once more.";

    private static final String ECHO = "Your original message: ";

    private Phrases() {}

    static String echo(String text) {
        return ECHO + text;
    }

    static String howToSend(String caption) {
        return "That is a caption: send me a photo with \""
                + caption
                + "\" below it. /help says more about captions.";
    }

    static String unknownCommand(String name) {
        return "I do not know the command /" + name + ". " + HOW_TO_SEND_A_PHOTO;
    }

    static String cannotUse(Content.Kind kind) {
        return switch (kind) {
            case ANIMATION ->
                    "This is an animation, and I only look at pictures that stand still. "
                            + HOW_TO_SEND_A_PHOTO;
            case VIDEO -> "I cannot watch videos yet. " + HOW_TO_SEND_A_PHOTO;
            case STICKER -> "A fine sticker! I only look at photos, though. " + HOW_TO_SEND_A_PHOTO;
            case SOUND -> "I have no ears, only eyes. " + HOW_TO_SEND_A_PHOTO;
            case FILE -> "This file is not a picture that I know. " + HOW_TO_SEND_A_PHOTO;
            case SOMETHING_ELSE -> "I do not know what to do with this. " + HOW_TO_SEND_A_PHOTO;
        };
    }
}
