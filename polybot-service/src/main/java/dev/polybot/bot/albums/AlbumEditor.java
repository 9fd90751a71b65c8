package dev.polybot.bot.albums;

import dev.polybot.bot.actions.ConcatService;
import dev.polybot.bot.actions.FilterService;
import dev.polybot.bot.actions.PixelBudgetExhaustedException;
import dev.polybot.bot.captions.CaptionFormatter;
import dev.polybot.bot.captions.CaptionRequest;
import dev.polybot.bot.conversation.ConversationReplies;
import dev.polybot.bot.conversation.FileReference;
import dev.polybot.bot.language.LocalizedText;
import dev.polybot.bot.outbox.Outbox;
import dev.polybot.bot.outbox.OutgoingMessage;
import dev.polybot.bot.outbox.OutgoingPictureUpload;
import dev.polybot.bot.storage.TemporaryPicture;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Filters each picture of an album, or joins them all, and sends one reply. */
@Component
class AlbumEditor {

    private static final String FILTERED_NAME = "filtered.jpg";
    private static final String JOINED_NAME = "joined.jpg";
    private static final int MAX_ATTEMPTS_A_PICTURE = 6;

    private final FilterService filterService;
    private final ConcatService concatService;
    private final Outbox outbox;
    private final OutgoingPictureUpload pictures;

    AlbumEditor(
            FilterService filterService,
            ConcatService concatService,
            Outbox outbox,
            OutgoingPictureUpload pictures) {
        this.filterService = filterService;
        this.concatService = concatService;
        this.outbox = outbox;
        this.pictures = pictures;
    }

    void filter(LeasedAlbum leased, CaptionRequest.Chain chain) {
        List<TemporaryPicture> filtered = new ArrayList<>();
        SkippedPictures leftOut = new SkippedPictures(leased.language());
        try {
            for (AlbumEntry picture : leased.entries()) {
                TemporaryPicture result = TemporaryPicture.create();
                filtered.add(result);
                LocalizedText refusal = edit(picture.file(), chain, result);
                if (refusal != null) {
                    filtered.removeLast().close();
                    leftOut.add(leased.album().numberOf(picture.messageId()), refusal);
                }
                leased.lease().requireHeld();
            }
            answer(leased, filtered, FILTERED_NAME, CaptionFormatter.of(chain), leftOut);
        } finally {
            filtered.forEach(TemporaryPicture::close);
        }
    }

    void join(LeasedAlbum leased, CaptionRequest.Join join) {
        List<AlbumEntry> pictures = leased.entries();
        if (pictures.size() == 1) {
            say(leased, ConversationReplies.concatNeedsAlbum(leased.language()));
            return;
        }
        SkippedPictures leftOut = new SkippedPictures(leased.language());
        try (TemporaryPicture result = TemporaryPicture.create()) {
            ConcatService.ConcatResult joined =
                    concatService.join(
                            pictures.stream().map(AlbumEntry::file).toList(),
                            join.concat(),
                            result.file());
            joined.leftOut()
                    .forEach(
                            (place, why) ->
                                    leftOut.add(
                                            leased.album()
                                                    .numberOf(pictures.get(place).messageId()),
                                            why));
            leased.lease().requireHeld();
            if (joined.joined()) {
                answer(leased, List.of(result), JOINED_NAME, CaptionFormatter.of(join), leftOut);
            } else {
                say(leased, leftOut.inWords() + "\n\n" + leased.language().say("concat-needs-two"));
            }
        }
    }

    private @Nullable LocalizedText edit(
            FileReference file, CaptionRequest.Chain chain, TemporaryPicture to) {
        for (int attempt = 1; ; attempt++) {
            try {
                return filterService.edit(file, chain.steps(), to.file());
            } catch (PixelBudgetExhaustedException e) {
                // The pictures before it would be filtered again for nothing.
                if (attempt == MAX_ATTEMPTS_A_PICTURE) {
                    throw e;
                }
            }
        }
    }

    private void answer(
            LeasedAlbum leased,
            List<TemporaryPicture> results,
            String name,
            String caption,
            SkippedPictures leftOut) {
        if (results.isEmpty()) {
            say(leased, leftOut.inWords());
            return;
        }
        List<Path> files = results.stream().map(TemporaryPicture::file).toList();
        String said = leftOut.isEmpty() ? caption : caption + "\n\n" + leftOut.inWords();
        put(
                leased,
                OutgoingMessage.Pictures.of(
                        pictures.upload(leased.chat(), leased.cause(), files),
                        name,
                        said,
                        ConversationReplies.somethingWentWrong(leased.language())));
    }

    private void say(LeasedAlbum leased, String text) {
        put(leased, OutgoingMessage.Text.of(text));
    }

    private void put(LeasedAlbum leased, OutgoingMessage.Content content) {
        outbox.put(
                new OutgoingMessage(
                        leased.chat(),
                        leased.task().messageIds().getFirst(),
                        leased.cause(),
                        content));
    }
}
