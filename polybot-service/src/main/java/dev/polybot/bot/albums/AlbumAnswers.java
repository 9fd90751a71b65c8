package dev.polybot.bot.albums;

import dev.polybot.bot.captions.CaptionRequest;
import dev.polybot.bot.conversation.Action;
import dev.polybot.bot.conversation.Content;
import dev.polybot.bot.conversation.FileReference;
import dev.polybot.bot.conversation.IncomingMessage;
import dev.polybot.bot.conversation.Phrases;
import dev.polybot.bot.conversation.RepliedTo;
import dev.polybot.bot.predictions.AlbumSubmitter;
import dev.polybot.bot.predictions.Question;
import dev.polybot.bot.telegram.BotApi;
import dev.polybot.model.detection.DetectionOptions;

import org.springframework.stereotype.Component;

import java.util.List;

/** Decides what to do about an album, as about a single picture, and does it to all of its pictures. */
@Component
class AlbumAnswers {

    private final BotApi telegram;
    private final AlbumEditing editing;
    private final AlbumSubmitter submitter;
    private final SingleAnswers single;

    AlbumAnswers(
            BotApi telegram, AlbumEditing editing, AlbumSubmitter submitter, SingleAnswers single) {
        this.telegram = telegram;
        this.editing = editing;
        this.submitter = submitter;
        this.single = single;
    }

    /**
     * Gives an album its answer. Returns when that is durable.
     *
     * @throws dev.polybot.bot.storage.LeaseLostException when it has become somebody else's to give
     */
    void give(Held held) {
        switch (single.decide(asOneMessage(held))) {
            case Action.Filter(FileReference _, CaptionRequest.Chain chain) -> {
                showPicturesAreComing(held);
                editing.filter(held, chain);
            }
            case Action.Join(CaptionRequest.Join join) -> {
                showPicturesAreComing(held);
                editing.join(held, join);
            }
            case Action.Predict(FileReference _, DetectionOptions options) -> {
                showPicturesAreComing(held);
                predict(held, options);
            }
            case Action.Ignore() -> {}
            case Action other -> {
                if (!held.round().silent()) {
                    single.perform(asOneMessage(held), other, held.cause());
                }
            }
        }
    }

    /** Says that an album will have no answer. */
    void apologise(Held held) {
        single.perform(
                asOneMessage(held),
                new Action.Reply(Phrases.somethingWentWrong(held.album().audience().language())),
                held.cause() + "#given-up");
    }

    private void predict(Held held, DetectionOptions options) {
        Album album = held.album();
        submitter.submit(
                new AlbumSubmitter.Order(
                        held.cause(),
                        album.chatId(),
                        album.picturesOf(held.round().messageIds()).stream()
                                .map(
                                        picture ->
                                                new AlbumSubmitter.Picture(
                                                        picture.messageId(),
                                                        album.numberOf(picture.messageId()),
                                                        picture.file()))
                                .toList(),
                        new Question(options, album.audience().language())));
    }

    private void showPicturesAreComing(Held held) {
        telegram.showPictureIsComing(Long.toString(held.album().chatId()));
    }

    /** Sizes are judged picture by picture and not here. */
    private static IncomingMessage asOneMessage(Held held) {
        Album album = held.album();
        List<AlbumPicture> pictures = album.picturesOf(held.round().messageIds());
        AlbumPicture first = pictures.getFirst();
        return new IncomingMessage(
                album.chatId(),
                first.messageId(),
                album.audience(),
                false,
                album.repliedToBot() == null
                        ? null
                        : new RepliedTo(0, album.repliedToBot(), new Content.Service()),
                new Content.Picture(
                        new FileReference(first.file().fileId(), null),
                        held.round().caption(),
                        album.group()));
    }
}
