package dev.polybot.bot.telegram;

import static dev.polybot.bot.telegram.TextLimits.cut;

import dev.polybot.bot.conversation.Keyboard;
import dev.polybot.bot.settings.Credentials;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.telegram.telegrambots.meta.api.methods.ActionType;
import org.telegram.telegrambots.meta.api.methods.AnswerCallbackQuery;
import org.telegram.telegrambots.meta.api.methods.send.SendChatAction;
import org.telegram.telegrambots.meta.api.methods.send.SendDocument;
import org.telegram.telegrambots.meta.api.methods.send.SendMediaGroup;
import org.telegram.telegrambots.meta.api.methods.send.SendMessage;
import org.telegram.telegrambots.meta.api.methods.send.SendPhoto;
import org.telegram.telegrambots.meta.api.methods.updatingmessages.DeleteMessage;
import org.telegram.telegrambots.meta.api.methods.updatingmessages.EditMessageText;
import org.telegram.telegrambots.meta.api.objects.InputFile;
import org.telegram.telegrambots.meta.api.objects.media.InputMedia;
import org.telegram.telegrambots.meta.api.objects.media.InputMediaDocument;
import org.telegram.telegrambots.meta.api.objects.media.InputMediaPhoto;
import org.telegram.telegrambots.meta.api.objects.message.Message;
import org.telegram.telegrambots.meta.generics.TelegramClient;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Calls the Bot API over HTTP; chat actions are left out where the rate limits have no room. */
@Component
class TelegramMessagesOverHttp implements TelegramMessages {

    private static final Logger log = LoggerFactory.getLogger(TelegramMessagesOverHttp.class);

    private final TelegramClient client;
    private final TelegramCalls calls;
    private final SpareCapacity spareCapacity;

    TelegramMessagesOverHttp(
            TelegramClient client, Credentials credentials, SpareCapacity spareCapacity) {
        this.client = client;
        this.calls = new TelegramCalls(credentials.token());
        this.spareCapacity = spareCapacity;
    }

    @Override
    public int say(String chatId, OutgoingText words, @Nullable Integer replyTo) {
        SendMessage message = new SendMessage(chatId, Markup.text(words));
        message.setEntities(Markup.entities(words));
        message.setReplyMarkup(Markup.buttons(words.buttons()));
        message.setReplyParameters(Markup.replyTo(replyTo));
        return calls.make(() -> client.execute(message)).getMessageId();
    }

    @Override
    public void edit(String chatId, int messageId, OutgoingText words) {
        EditMessageText edit =
                EditMessageText.builder()
                        .chatId(chatId)
                        .messageId(messageId)
                        .text(Markup.text(words))
                        .entities(Markup.entities(words))
                        .replyMarkup(Markup.buttons(words.buttons()))
                        .build();
        try {
            calls.make(() -> client.execute(edit));
        } catch (TelegramException.Refused e) {
            if (!e.becauseNothingChanges()) {
                throw e;
            }
        }
    }

    @Override
    public void delete(String chatId, int messageId) {
        try {
            calls.make(() -> client.execute(new DeleteMessage(chatId, messageId)));
        } catch (TelegramException.Refused e) {
            log.debug("Telegram refused to delete a message: {}", e.getMessage());
        }
    }

    @Override
    public void answerPress(String callbackQueryId, @Nullable String notice) {
        AnswerCallbackQuery answer = new AnswerCallbackQuery(callbackQueryId);
        if (notice != null) {
            answer.setText(cut(notice, TextLimits.NOTICE));
        }
        try {
            calls.make(() -> client.execute(answer));
        } catch (TelegramException.Refused e) {
            log.debug("Telegram took no answer to a press: {}", e.getMessage());
        }
    }

    @Override
    public int sendPhoto(
            String chatId,
            Path picture,
            String caption,
            @Nullable Integer replyTo,
            Keyboard buttons) {
        SendPhoto photo = new SendPhoto(chatId, new InputFile(picture.toFile(), "photo.jpg"));
        photo.setCaption(cut(caption, TextLimits.CAPTION));
        photo.setReplyMarkup(Markup.buttons(buttons));
        photo.setReplyParameters(Markup.replyTo(replyTo));
        return calls.make(() -> client.execute(photo)).getMessageId();
    }

    @Override
    public int sendFile(
            String chatId,
            Path picture,
            String name,
            String caption,
            @Nullable Integer replyTo,
            Keyboard buttons) {
        SendDocument document = new SendDocument(chatId, new InputFile(picture.toFile(), name));
        document.setCaption(cut(caption, TextLimits.CAPTION));
        document.setReplyMarkup(Markup.buttons(buttons));
        document.setReplyParameters(Markup.replyTo(replyTo));
        return calls.make(() -> client.execute(document)).getMessageId();
    }

    @Override
    public List<Integer> sendAlbum(
            String chatId,
            List<Path> pictures,
            boolean asFiles,
            List<String> captions,
            @Nullable Integer replyTo) {
        List<InputMedia> media = new ArrayList<>();
        for (Path picture : pictures) {
            media.add(albumPicture(picture, "picture-" + (media.size() + 1) + ".jpg", asFiles));
        }
        for (int i = 0; i < captions.size(); i++) {
            media.get(i).setCaption(cut(captions.get(i), TextLimits.CAPTION));
        }
        SendMediaGroup album = new SendMediaGroup(chatId, media);
        album.setReplyParameters(Markup.replyTo(replyTo));
        return calls.make(() -> client.execute(album)).stream().map(Message::getMessageId).toList();
    }

    private static InputMedia albumPicture(Path picture, String name, boolean asFile) {
        return asFile
                ? new InputMediaDocument(picture.toFile(), name)
                : new InputMediaPhoto(picture.toFile(), name);
    }

    @Override
    public void showPictureIsComing(String chatId) {
        SendChatAction action = new SendChatAction(chatId, ActionType.UPLOAD_PHOTO.toString());
        if (spareCapacity.isThere(chatId)) {
            Thread.startVirtualThread(() -> show(action));
        }
    }

    private void show(SendChatAction action) {
        try {
            calls.make(() -> client.execute(action));
        } catch (RuntimeException e) {
            log.debug("A chat action was not shown: {}", e.getMessage());
        }
    }
}
