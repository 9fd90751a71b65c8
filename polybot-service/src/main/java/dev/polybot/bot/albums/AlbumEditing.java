package dev.polybot.bot.albums;

import dev.polybot.bot.captions.CaptionRequest;
import dev.polybot.bot.captions.Spelling;
import dev.polybot.bot.conversation.FileReference;
import dev.polybot.bot.conversation.Phrases;
import dev.polybot.bot.editing.BusyException;
import dev.polybot.bot.editing.Edit;
import dev.polybot.bot.editing.Editor;
import dev.polybot.bot.editing.Joined;
import dev.polybot.bot.editing.Joiner;
import dev.polybot.bot.language.Language;
import dev.polybot.bot.leases.Heartbeat;
import dev.polybot.bot.pictures.TemporaryPicture;
import dev.polybot.bot.telegram.AlbumSender;
import dev.polybot.bot.telegram.BotApi;

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
    private final AlbumSender sender;
    private final BotApi telegram;

    AlbumEditing(Editor editor, Joiner joiner, AlbumSender sender, BotApi telegram) {
        this.editor = editor;
        this.joiner = joiner;
        this.sender = sender;
        this.telegram = telegram;
    }

    void filter(Held held, CaptionRequest.Chain chain, Heartbeat heartbeat) {
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
                stopIfLost(heartbeat);
            }
            answer(held, filtered, FILTERED_NAME, Spelling.of(chain), leftOut);
        } finally {
            filtered.forEach(TemporaryPicture::close);
        }
    }

    void join(Held held, CaptionRequest.Join join, Heartbeat heartbeat) {
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
            stopIfLost(heartbeat);
            if (joined.there()) {
                answer(held, List.of(result), JOINED_NAME, Spelling.of(join), leftOut);
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
        sender.send(chat(held), files, name, said, replyTo(held));
    }

    private void say(Held held, String text) {
        telegram.say(chat(held), text, replyTo(held));
    }

    private static void stopIfLost(Heartbeat heartbeat) {
        if (heartbeat.isLost()) {
            throw new LostException();
        }
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
