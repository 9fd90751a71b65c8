package dev.polybot.bot.albums;

import dev.polybot.bot.captions.CaptionFormatter;
import dev.polybot.bot.captions.CaptionRequest;
import dev.polybot.bot.conversation.FileReference;
import dev.polybot.bot.conversation.Phrases;
import dev.polybot.bot.editing.BusyException;
import dev.polybot.bot.editing.Edit;
import dev.polybot.bot.editing.Editor;
import dev.polybot.bot.editing.Joined;
import dev.polybot.bot.editing.Joiner;
import dev.polybot.bot.language.Language;
import dev.polybot.bot.outbox.Outbox;
import dev.polybot.bot.outbox.OutgoingMessage;
import dev.polybot.bot.outbox.OutgoingPictures;
import dev.polybot.bot.storage.TemporaryPicture;
import dev.polybot.bot.telegram.OutgoingText;

import org.springframework.stereotype.Component;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Filters each picture of an album, or joins them all, and answers once. */
@Component
class AlbumEditing {

    private static final String FILTERED_NAME = "filtered.jpg";
    private static final String JOINED_NAME = "joined.jpg";
    private static final int MAX_ATTEMPTS_A_PICTURE = 6;

    private final Editor editor;
    private final Joiner joiner;
    private final Outbox outbox;
    private final OutgoingPictures pictures;

    AlbumEditing(Editor editor, Joiner joiner, Outbox outbox, OutgoingPictures pictures) {
        this.editor = editor;
        this.joiner = joiner;
        this.outbox = outbox;
        this.pictures = pictures;
    }

    void filter(Held held, CaptionRequest.Chain chain) {
        List<TemporaryPicture> filtered = new ArrayList<>();
        LeftOut leftOut = new LeftOut(language(held));
        try {
            for (AlbumPicture picture : pictures(held)) {
                TemporaryPicture result = TemporaryPicture.create();
                filtered.add(result);
                if (edit(picture.file(), chain, result)
                        instanceof Edit.Impossible(Edit.Reason why)) {
                    filtered.removeLast().close();
                    leftOut.add(held.album().numberOf(picture.messageId()), why);
                }
                held.lease().requireHeld();
            }
            answer(held, filtered, FILTERED_NAME, CaptionFormatter.of(chain), leftOut);
        } finally {
            filtered.forEach(TemporaryPicture::close);
        }
    }

    void join(Held held, CaptionRequest.Join join) {
        List<AlbumPicture> pictures = pictures(held);
        if (pictures.size() == 1) {
            say(held, Phrases.concatNeedsAlbum(language(held)));
            return;
        }
        LeftOut leftOut = new LeftOut(language(held));
        try (TemporaryPicture result = TemporaryPicture.create()) {
            Joined joined =
                    joiner.join(
                            pictures.stream().map(AlbumPicture::file).toList(),
                            join.concat(),
                            result.file());
            joined.leftOut()
                    .forEach(
                            (place, why) ->
                                    leftOut.add(
                                            held.album().numberOf(pictures.get(place).messageId()),
                                            why));
            held.lease().requireHeld();
            if (joined.there()) {
                answer(held, List.of(result), JOINED_NAME, CaptionFormatter.of(join), leftOut);
            } else {
                say(held, leftOut.inWords() + "\n\n" + language(held).say("concat-needs-two"));
            }
        }
    }

    private Edit edit(FileReference file, CaptionRequest.Chain chain, TemporaryPicture to) {
        if (file.size() != null && file.size() > Phrases.MAX_FILE_SIZE) {
            return new Edit.Impossible(Phrases::fileTooLarge);
        }
        for (int attempt = 1; ; attempt++) {
            try {
                return editor.edit(file.fileId(), chain.steps(), to.file());
            } catch (BusyException e) {
                // The pictures before it would be filtered again for nothing.
                if (attempt == MAX_ATTEMPTS_A_PICTURE) {
                    throw e;
                }
            }
        }
    }

    private void answer(
            Held held,
            List<TemporaryPicture> results,
            String name,
            String caption,
            LeftOut leftOut) {
        if (results.isEmpty()) {
            say(held, leftOut.inWords());
            return;
        }
        List<Path> files = results.stream().map(TemporaryPicture::file).toList();
        String said = leftOut.isEmpty() ? caption : caption + "\n\n" + leftOut.inWords();
        put(
                held,
                OutgoingMessage.Pictures.of(
                        pictures.keep(chat(held), held.cause(), files),
                        name,
                        said,
                        Phrases.somethingWentWrong(language(held))));
    }

    private void say(Held held, String text) {
        put(held, OutgoingMessage.Text.of(OutgoingText.of(text)));
    }

    private void put(Held held, OutgoingMessage.Content content) {
        outbox.put(new OutgoingMessage(chat(held), replyTo(held), held.cause(), content));
    }

    private static List<AlbumPicture> pictures(Held held) {
        return held.album().picturesOf(held.round().messageIds());
    }

    private static Language language(Held held) {
        return held.album().audience().language();
    }

    private static String chat(Held held) {
        return Long.toString(held.album().chatId());
    }

    private static int replyTo(Held held) {
        return held.round().messageIds().getFirst();
    }
}
