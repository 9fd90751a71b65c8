package dev.polybot.bot.telegram;

import dev.polybot.bot.conversation.Button;
import dev.polybot.bot.conversation.Keyboard;

import org.jspecify.annotations.Nullable;
import org.telegram.telegrambots.meta.api.objects.MessageEntity;
import org.telegram.telegrambots.meta.api.objects.ReplyParameters;
import org.telegram.telegrambots.meta.api.objects.replykeyboard.InlineKeyboardMarkup;
import org.telegram.telegrambots.meta.api.objects.replykeyboard.buttons.InlineKeyboardButton;
import org.telegram.telegrambots.meta.api.objects.replykeyboard.buttons.InlineKeyboardRow;

import java.util.List;

/**
 * Maps keyboards and replies to the Telegram library's types. Formatting goes as entities: whatever a user wrote needs no
 * escaping.
 */
final class Markup {

    private static final String BETWEEN = "\n\n";

    private Markup() {}

    /** The words as one text, cut to what Telegram takes. */
    static String text(OutgoingText words) {
        String table = words.table();
        return TextLimits.cut(
                table == null ? words.text() : words.text() + BETWEEN + table, TextLimits.TEXT);
    }

    /** Which part of that text is the table; null when there is none, or none is left. */
    static @Nullable List<MessageEntity> entities(OutgoingText words) {
        if (words.table() == null) {
            return null;
        }
        int start = words.text().length() + BETWEEN.length();
        int length = text(words).length() - start;
        return length > 0 ? List.of(new MessageEntity("pre", start, length)) : null;
    }

    static @Nullable InlineKeyboardMarkup buttons(Keyboard keyboard) {
        return keyboard.isEmpty()
                ? null
                : new InlineKeyboardMarkup(keyboard.rows().stream().map(Markup::row).toList());
    }

    static @Nullable ReplyParameters replyTo(@Nullable Integer messageId) {
        return messageId == null
                ? null
                : ReplyParameters.builder()
                        .messageId(messageId)
                        .allowSendingWithoutReply(true)
                        .build();
    }

    private static InlineKeyboardRow row(List<Button> row) {
        return new InlineKeyboardRow(row.stream().map(Markup::button).toList());
    }

    private static InlineKeyboardButton button(Button button) {
        return InlineKeyboardButton.builder()
                .text(button.text())
                .callbackData(button.callback().data())
                .build();
    }
}
