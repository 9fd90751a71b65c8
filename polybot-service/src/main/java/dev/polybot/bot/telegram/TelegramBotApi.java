package dev.polybot.bot.telegram;

import static dev.polybot.bot.telegram.TextLimits.cut;

import dev.polybot.bot.pacing.Outgoing;
import dev.polybot.bot.pacing.Pacing;
import dev.polybot.bot.secrets.Credentials;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.telegram.telegrambots.meta.api.methods.ActionType;
import org.telegram.telegrambots.meta.api.methods.send.SendChatAction;
import org.telegram.telegrambots.meta.api.methods.send.SendDocument;
import org.telegram.telegrambots.meta.api.methods.send.SendMessage;
import org.telegram.telegrambots.meta.api.methods.send.SendPhoto;
import org.telegram.telegrambots.meta.api.objects.InputFile;
import org.telegram.telegrambots.meta.api.objects.ReplyParameters;
import org.telegram.telegrambots.meta.generics.TelegramClient;

import java.nio.file.Path;

/** The Bot API over HTTP. */
@Component
class TelegramBotApi implements BotApi {

    private final TelegramClient client;
    private final PacedCalls calls;

    TelegramBotApi(TelegramClient client, Credentials credentials, Pacing pacing) {
        this.client = client;
        this.calls = new PacedCalls(new TelegramCalls(credentials.token()), pacing);
    }

    @Override
    public int say(String chatId, String text, @Nullable Integer replyTo) {
        SendMessage message = new SendMessage(chatId, cut(text, TextLimits.TEXT));
        message.setReplyParameters(replyTo(replyTo));
        return calls.send(Outgoing.to(chatId, replyTo), () -> client.execute(message))
                .getMessageId();
    }

    @Override
    public int sendPhoto(String chatId, Path picture, String caption, @Nullable Integer replyTo) {
        SendPhoto photo = new SendPhoto(chatId, new InputFile(picture.toFile(), "photo.jpg"));
        photo.setCaption(cut(caption, TextLimits.CAPTION));
        photo.setReplyParameters(replyTo(replyTo));
        return calls.send(Outgoing.to(chatId, replyTo), () -> client.execute(photo)).getMessageId();
    }

    @Override
    public int sendFile(
            String chatId, Path picture, String name, String caption, @Nullable Integer replyTo) {
        SendDocument document = new SendDocument(chatId, new InputFile(picture.toFile(), name));
        document.setCaption(cut(caption, TextLimits.CAPTION));
        document.setReplyParameters(replyTo(replyTo));
        return calls.send(Outgoing.to(chatId, replyTo), () -> client.execute(document))
                .getMessageId();
    }

    @Override
    public void showPictureIsComing(String chatId) {
        SendChatAction action = new SendChatAction(chatId, ActionType.UPLOAD_PHOTO.toString());
        calls.makeIfThereIsRoom(chatId, () -> client.execute(action));
    }

    private static @Nullable ReplyParameters replyTo(@Nullable Integer messageId) {
        return messageId == null
                ? null
                : ReplyParameters.builder()
                        .messageId(messageId)
                        .allowSendingWithoutReply(true)
                        .build();
    }
}
