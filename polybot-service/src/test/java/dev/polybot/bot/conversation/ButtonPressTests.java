package dev.polybot.bot.conversation;

import static dev.polybot.bot.language.Language.ENGLISH;

import static org.assertj.core.api.Assertions.assertThat;

import dev.polybot.bot.captions.HelpIndex;
import dev.polybot.bot.captions.HelpPage;
import dev.polybot.bot.captions.HelpRenderer;
import dev.polybot.bot.language.Language;
import dev.polybot.model.detection.DetectionOptions;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.List;
import java.util.stream.Stream;

class ButtonPressTests {
    private static final Language GERMAN = Language.of("de");

    private static final FileReference FILE = new FileReference("file", 1_000L);
    private static final RepliedTo PHOTO =
            new RepliedTo(5, null, new Content.Picture(FILE, null, null));

    static List<HelpPage> pages() {
        return HelpIndex.ALL;
    }

    @ParameterizedTest
    @MethodSource("pages")
    void everyPageOfTheHelpLeadsToEveryOther(HelpPage page) {
        Action.Replace shown = (Action.Replace) decide("help:" + page.key(), null);

        assertThat(shown.text()).isEqualTo(HelpRenderer.of(page, ENGLISH));
        assertThat(topics(shown.buttons()))
                .hasSize(HelpIndex.ALL.size())
                .contains("")
                .doesNotContain(page.key());
        assertThat(topics(shown.buttons()).map(topic -> decide("help:" + topic, null)))
                .allSatisfy(action -> assertThat(action).isInstanceOf(Action.Replace.class));
    }

    @Test
    void theOverviewLeadsToEveryPage() {
        Action.Replace shown = (Action.Replace) decide("help:", null);

        assertThat(shown.text()).isEqualTo(HelpRenderer.overview(ENGLISH));
        assertThat(topics(shown.buttons()))
                .containsExactlyElementsOf(HelpIndex.ALL.stream().map(HelpPage::key).toList());
    }

    @Test
    void everyButtonBelowAPhotoDoesSomethingWithThatPhoto() {
        Action.Reply offered = (Action.Reply) PhotoMenu.about(ENGLISH, false);
        List<CallbackData> wishes = callbacks(offered.buttons()).toList();

        assertThat(wishes).hasSize(6);
        assertThat(wishes)
                .allSatisfy(
                        callback ->
                                assertThat(decide(callback.data(), PHOTO))
                                        .isInstanceOfSatisfying(
                                                Action.Elsewhere.class,
                                                elsewhere -> {
                                                    assertThat(elsewhere.messageId()).isEqualTo(5);
                                                    assertThat(elsewhere.isAboutAPicture())
                                                            .isTrue();
                                                }));
        assertThat(decide(wishes.getFirst().data(), PHOTO))
                .isEqualTo(
                        new Action.Elsewhere(
                                5, new Action.Predict(FILE, DetectionOptions.DEFAULT)));
    }

    @Test
    void withoutThePhotoThePersonIsToldSo() {
        Action gone = new Action.Notice(ENGLISH.say("notice.photo-gone"));

        assertThat(decide("do:blur", null)).isEqualTo(gone);
        assertThat(decide("do:blur", new RepliedTo(5, null, new Content.Text("x"))))
                .isEqualTo(gone);
        assertThat(decide("do:rm -rf", PHOTO)).isEqualTo(gone);
        assertThat(decide("do:", PHOTO)).isEqualTo(gone);
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", "x", "predict", "boxes:../1"})
    void aStrangeButtonIsAnsweredKindly(String data) {
        assertThat(decide(data, PHOTO)).isEqualTo(new Action.Notice(ENGLISH.say("notice.stale")));
        assertThat(decide(GERMAN, data, PHOTO))
                .isEqualTo(new Action.Notice(GERMAN.say("notice.stale")));
    }

    private static Stream<CallbackData> callbacks(Keyboard keyboard) {
        return keyboard.rows().stream().flatMap(List::stream).map(Button::callback);
    }

    private static Stream<String> topics(Keyboard keyboard) {
        return callbacks(keyboard).map(callback -> ((CallbackData.Help) callback).topic());
    }

    private static Action decide(String data, RepliedTo about) {
        return decide(ENGLISH, data, about);
    }

    private static Action decide(Language language, String data, RepliedTo about) {
        return Conversation.decide(
                new ButtonPress("q", 42, 7, new Sender(language, false), about, data), "polybot");
    }
}
