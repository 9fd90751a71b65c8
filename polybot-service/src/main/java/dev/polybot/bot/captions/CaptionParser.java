package dev.polybot.bot.captions;

import org.jspecify.annotations.Nullable;

import java.util.Locale;

/** Reads captions. Case, surrounding blanks, a leading slash and the bot's own name behind a command do not matter. */
public final class CaptionParser {

    private CaptionParser() {}

    /**
     * What a caption asks for.
     *
     * @param caption as the user typed it; null for none
     */
    public static Caption parse(@Nullable String caption) {
        if (caption == null || caption.isBlank()) {
            return new Caption.Absent();
        }
        Command command = Command.read(caption);
        String words = command == null ? caption.strip() : command.withoutSlash();
        return switch (words.toLowerCase(Locale.ROOT)) {
            case "predict" -> new Caption.Predict();
            default -> new Caption.Unknown();
        };
    }
}
