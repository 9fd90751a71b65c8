package dev.polybot.bot.telegram;

import dev.polybot.bot.conversation.Content;
import dev.polybot.bot.conversation.ConversationReplies;
import dev.polybot.bot.conversation.FileReference;
import dev.polybot.bot.language.Language;
import dev.polybot.bot.language.LocalizedText;
import dev.polybot.pictures.PictureFormat;
import dev.polybot.pictures.PictureRejectedException;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Downloads files that people sent, up to a size; what is not declared a picture only if its first bytes show that it is one. Where
 * there is nothing to be had, the result says why in a sentence for its sender.
 */
@FunctionalInterface
public interface TelegramFiles {

    /** As many as a picture's format is told by. */
    int FORMAT_BYTES = 1024;

    /**
     * Fetches a file.
     *
     * @param maxBytes no more than this is taken; of a larger file so many are there then
     * @throws TelegramException.Unavailable when it may work later
     */
    Fetched fetch(String fileId, Path to, long maxBytes);

    /**
     * Fetches a picture of which Telegram has perhaps said how large it is. Of what is said to be something else no more is
     * fetched than tells whether that is true.
     */
    default Fetched fetch(FileReference file, Path to) {
        if (file.isPicture()) {
            return file.isTooLarge()
                    ? Fetched.TOO_LARGE
                    : fetch(file.fileId(), to, FileReference.MAX_SIZE);
        }
        return file.mayBeAPicture() ? fetchIfItIsAPicture(file, to) : Fetched.noPicture(file);
    }

    private Fetched fetchIfItIsAPicture(FileReference file, Path to) {
        if (fetch(file.fileId(), to, FORMAT_BYTES) == Fetched.GONE) {
            return Fetched.GONE;
        }
        PictureFormat format = formatOf(to);
        if (format == null || !format.isDecoded()) {
            return format == null
                    ? Fetched.noPicture(file)
                    : new Fetched.Missing(language -> noPicture(format, language));
        }
        return fetch(file.fileId(), to, FileReference.MAX_SIZE) instanceof Fetched.Missing missing
                ? missing
                : new Fetched.Done(format.extension());
    }

    private static @Nullable PictureFormat formatOf(Path file) {
        try (InputStream content = Files.newInputStream(file)) {
            ByteBuffer first = ByteBuffer.wrap(content.readNBytes(FORMAT_BYTES));
            return PictureFormat.of(first).orElse(null);
        } catch (IOException e) {
            throw new UncheckedIOException("A temporary file cannot be read.", e);
        }
    }

    /** What its bytes say that it is, whatever is said of it. */
    private static String noPicture(PictureFormat format, Language language) {
        Content.Kind kind =
                switch (format) {
                    case VIDEO -> Content.Kind.VIDEO;
                    case SOUND -> Content.Kind.SOUND;
                    case PDF -> Content.Kind.PDF;
                    default -> null;
                };
        return kind == null
                ? ConversationReplies.failure(
                        PictureRejectedException.unsupported(format).failure(), language)
                : ConversationReplies.noPicture(FileReference.to(kind), language);
    }

    /** What became of it. */
    sealed interface Fetched {

        /** It has more bytes than are taken, or than Telegram gives to bots. */
        Fetched TOO_LARGE = new Missing(ConversationReplies::fileTooLarge);

        /** Telegram does not have it or does not give it. */
        Fetched GONE = new Missing(ConversationReplies::fileUnavailable);

        /** It is what it is said to be. */
        static Fetched noPicture(FileReference file) {
            return new Missing(language -> ConversationReplies.noPicture(file, language));
        }

        /**
         * It is there.
         *
         * @param extension of its name at Telegram, in lower case without the dot; {@code jpg} when it has none
         */
        record Done(String extension) implements Fetched {}

        /**
         * It can never be had.
         *
         * @param why in a sentence for the user that says what to do
         */
        record Missing(LocalizedText why) implements Fetched {}
    }
}
