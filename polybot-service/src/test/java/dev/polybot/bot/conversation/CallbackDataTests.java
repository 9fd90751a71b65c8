package dev.polybot.bot.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.NullAndEmptySource;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.List;
import java.util.stream.Stream;

class CallbackDataTests {

    private static final String ID = "0123456789abcdef0123456789abcdef";
    private static final String SQS_ID = "01234567-89ab-cdef-0123-456789abcdef";

    static Stream<CallbackData> wishes() {
        return Stream.of(
                new CallbackData.Help(""),
                new CallbackData.Help("salt_and_pepper"),
                new CallbackData.Do("rotate anti-clockwise"),
                new CallbackData.Repeat(ID, 10),
                new CallbackData.Repeat(SQS_ID, 99),
                new CallbackData.Boxes(SQS_ID),
                new CallbackData.Original(ID),
                new CallbackData.Show(SQS_ID),
                new CallbackData.PageTurn(true, 1_795_000_000L, SQS_ID),
                new CallbackData.PageTurn(false, 0, ID),
                new CallbackData.History(),
                new CallbackData.About());
    }

    @ParameterizedTest
    @MethodSource("wishes")
    void isReadAsItWasWrittenAndFitsIntoAButton(CallbackData callback) {
        assertThat(CallbackData.read(callback.data())).isEqualTo(callback);
        assertThat(callback.fits()).isTrue();
    }

    @ParameterizedTest
    @NullAndEmptySource
    @ValueSource(
            strings = {
                "yes",
                "again:0:abc",
                "again:100:abc",
                "again:-5:abc",
                "again:5:",
                "again:5:a/b",
                "again:5:../../etc",
                "boxes:",
                "boxes:a b",
                "boxes:\u0000",
                "show:ä",
                "older:x:abc",
                "older:9999999999999:abc",
                "newer:5",
                "history:x",
                "drop table:1",
                "BOXES:abc",
                " boxes:abc"
            })
    void whatIsNoWishIsNone(String data) {
        assertThat(CallbackData.read(data)).isNull();
    }

    @Test
    void aButtonThatCannotHoldItsWishIsNotThere() {
        Button tooLong = new Button("Details", new CallbackData.Boxes("x".repeat(128)));
        Button fitting = new Button("Details", new CallbackData.Boxes(ID));

        assertThat(new Keyboard(List.of(List.of(tooLong))).isEmpty()).isTrue();
        assertThat(new Keyboard(List.of(List.of(tooLong, fitting), List.of(tooLong))).rows())
                .containsExactly(List.of(fitting));
    }

    @Test
    void buttonsStandInRows() {
        List<Button> five =
                Stream.of("a", "b", "c", "d", "e")
                        .map(text -> new Button(text, new CallbackData.Help(text)))
                        .toList();

        assertThat(Keyboard.inRowsOf(2, five).rows())
                .containsExactly(five.subList(0, 2), five.subList(2, 4), five.subList(4, 5));
    }
}
