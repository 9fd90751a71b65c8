package dev.polybot.bot.albums;

import dev.polybot.bot.actions.ActionExecutor;
import dev.polybot.bot.actions.BotName;
import dev.polybot.bot.captions.CaptionRequest;
import dev.polybot.bot.conversation.Action;
import dev.polybot.bot.conversation.Content;
import dev.polybot.bot.conversation.Conversation;
import dev.polybot.bot.conversation.ConversationReplies;
import dev.polybot.bot.conversation.FileReference;
import dev.polybot.bot.conversation.IncomingMessage;
import dev.polybot.bot.conversation.RepliedTo;
import dev.polybot.bot.predictions.AlbumSubmitter;
import dev.polybot.bot.predictions.PredictionRequest;
import dev.polybot.bot.telegram.TelegramMessages;
import dev.polybot.model.detection.DetectionOptions;

import org.springframework.stereotype.Component;

import java.util.List;

/** Decides the action for a complete album, as for a single picture, and executes it for all of its pictures. */
@Component
class AlbumActions {

    private final TelegramMessages telegram;
    private final AlbumEditor editing;
    private final AlbumSubmitter submitter;
    private final ActionExecutor single;
    private final BotName botName;

    AlbumActions(
            TelegramMessages telegram,
            AlbumEditor editing,
            AlbumSubmitter submitter,
            ActionExecutor single,
            BotName botName) {
        this.botName = botName;
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
    void give(LeasedAlbum leased) {
        Action.OfAlbum action = Conversation.decideAlbum(asOneMessage(leased), botName.get());
        if (action.isAboutAPicture()) {
            tellWhatIsNotFollowed(leased);
        }
        switch (action) {
            case Action.Filter(FileReference _, CaptionRequest.Chain chain) -> {
                showPicturesAreComing(leased);
                editing.filter(leased, chain);
            }
            case Action.Join(CaptionRequest.Join join) -> {
                showPicturesAreComing(leased);
                editing.join(leased, join);
            }
            case Action.Predict(FileReference _, DetectionOptions options) -> {
                showPicturesAreComing(leased);
                predict(leased, options);
            }
            case Action.Ignore() -> {}
            case Action.Single other -> {
                if (!leased.task().silent()) {
                    var _ = single.perform(asOneMessage(leased), other, leased.cause());
                }
            }
        }
    }

    private void tellWhatIsNotFollowed(LeasedAlbum leased) {
        List<String> others = leased.task().notFollowed(leased.album());
        if (!others.isEmpty()) {
            String text =
                    leased.language()
                            .say(
                                    "album.not-followed",
                                    leased.task().followed(),
                                    String.join("\", \"", others));
            var _ =
                    single.perform(
                            asOneMessage(leased),
                            new Action.Reply(text),
                            leased.cause() + "#not-followed");
        }
    }

    /** Says that an album will have no answer. */
    void apologise(LeasedAlbum leased) {
        var _ =
                single.perform(
                        asOneMessage(leased),
                        new Action.Reply(ConversationReplies.somethingWentWrong(leased.language())),
                        leased.cause() + "#given-up");
    }

    private void predict(LeasedAlbum leased, DetectionOptions options) {
        Album album = leased.album();
        submitter.submit(
                new AlbumSubmitter.Order(
                        leased.cause(),
                        album.chatId(),
                        leased.entries().stream()
                                .map(
                                        picture ->
                                                new AlbumSubmitter.Picture(
                                                        picture.messageId(),
                                                        album.numberOf(picture.messageId()),
                                                        picture.file(),
                                                        picture.trace()))
                                .toList(),
                        album.pictures().size() > 1,
                        new PredictionRequest(
                                options, album.sender().language(), "", album.sender().person())));
    }

    private void showPicturesAreComing(LeasedAlbum leased) {
        telegram.showPictureIsComing(leased.chat());
    }

    /** Sizes are judged picture by picture and not here. */
    private static IncomingMessage asOneMessage(LeasedAlbum leased) {
        Album album = leased.album();
        List<AlbumEntry> parts = leased.entries();
        List<AlbumEntry> pictures = parts.stream().filter(part -> part.file().isPicture()).toList();
        AlbumEntry first = (pictures.isEmpty() ? parts : pictures).getFirst();
        String id = first.file().fileId();
        return new IncomingMessage(
                album.chatId(),
                first.messageId(),
                album.sender(),
                false,
                album.repliedToBot() == null
                        ? null
                        : new RepliedTo(0, album.repliedToBot(), new Content.Service()),
                Content.Sent.of(
                        new FileReference(id, null, id, first.file().declaredKind()),
                        leased.task().caption(),
                        pictures.size() == 1 ? null : album.group()));
    }
}
