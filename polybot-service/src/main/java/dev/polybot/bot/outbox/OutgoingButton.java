package dev.polybot.bot.outbox;

import dev.polybot.bot.conversation.Button;
import dev.polybot.bot.conversation.CallbackData;
import dev.polybot.bot.conversation.Keyboard;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.stream.Stream;

/**
 * A button on its way to Telegram.
 *
 * @param data what comes back when it is pressed
 */
public record OutgoingButton(String text, String data) {

    public static @Nullable List<List<OutgoingButton>> rows(Keyboard keyboard) {
        return keyboard.isEmpty()
                ? null
                : keyboard.rows().stream()
                        .map(
                                row ->
                                        row.stream()
                                                .map(
                                                        button ->
                                                                new OutgoingButton(
                                                                        button.text(),
                                                                        button.wish().data()))
                                                .toList())
                        .toList();
    }

    static Keyboard keyboard(@Nullable List<List<OutgoingButton>> rows) {
        return rows == null
                ? Keyboard.NONE
                : new Keyboard(
                        rows.stream()
                                .map(row -> row.stream().flatMap(OutgoingButton::button).toList())
                                .toList());
    }

    private Stream<Button> button() {
        CallbackData wish = CallbackData.read(data);
        return wish == null ? Stream.empty() : Stream.of(new Button(text, wish));
    }
}
