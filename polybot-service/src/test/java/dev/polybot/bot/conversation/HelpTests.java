package dev.polybot.bot.conversation;

import static dev.polybot.bot.language.Language.ENGLISH;

import static org.assertj.core.api.Assertions.assertThat;

import static java.util.Objects.requireNonNull;

import dev.polybot.bot.captions.HelpIndex;
import dev.polybot.bot.captions.HelpPage;
import dev.polybot.bot.captions.HelpRenderer;
import dev.polybot.bot.captions.Keyword;
import dev.polybot.bot.filters.Pictures;
import dev.polybot.bot.language.Language;
import dev.polybot.pictures.testing.Pixels;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.List;
import java.util.Random;
import java.util.regex.Pattern;
import java.util.stream.Stream;

class HelpTests {

    private static final Pattern EXAMPLE = Pattern.compile("• (.+) — .+");
    private static final FileReference FILE = new FileReference("file", 1_000L);

    @ParameterizedTest
    @ValueSource(strings = {"/help", "/help@polybot", "/HELP", "help", "Help!", "/help nothing"})
    void listsEverything(String text) {
        assertThat(said(text)).isEqualTo(HelpRenderer.overview(ENGLISH));
        for (Keyword keyword : Keyword.values()) {
            assertThat(HelpRenderer.overview(ENGLISH)).contains("\n" + keyword.spoken());
        }
    }

    @ParameterizedTest
    @CsvSource({
        "/help blur, BLUR",
        "help blur, BLUR",
        "/help Salt and Pepper, SALT_AND_PEPPER",
        "/help salt_and_pepper, SALT_AND_PEPPER",
        "help: with contours, CONTOUR",
        "/help predikt, PREDICT"
    })
    void showsAPageAboutEachAction(String text, Keyword keyword) {
        assertThat(said(text))
                .isEqualTo(
                        HelpRenderer.of(
                                requireNonNull(HelpIndex.about(keyword.spoken())), ENGLISH));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/help", "/help@polybot", "help", "Help!"})
    void helpsBelowAPhotoToo(String caption) {
        assertThat(decide(new Content.Picture(FILE, caption, null)))
                .isEqualTo(decide(new Content.Text("/help")));
        assertThat(decide(new Content.Picture(FILE, caption + " blur", null)))
                .isEqualTo(decide(new Content.Text("/help blur")));
    }

    @Test
    void everyPageFitsIntoOneMessageInEveryLanguage() {
        for (Language language : Language.values()) {
            assertThat(HelpRenderer.overview(language)).hasSizeLessThan(4096);
            for (HelpPage page : HelpIndex.ALL) {
                assertThat(HelpRenderer.of(page, language)).hasSizeLessThan(4096);
            }
        }
    }

    @Test
    void showsThePageAboutChains() {
        assertThat(said("/help chains")).contains("rotate 90, blur 8, contour");
    }

    @ParameterizedTest
    @ValueSource(strings = {"help me, I am lost", "helpful", "You need help"})
    void aTextWithTheWordInItIsNoQuestion(String text) {
        assertThat(said(text)).isEqualTo(ConversationReplies.echo(text, ENGLISH));
    }

    @Test
    void everyTextFitsIntoOneMessage() {
        assertThat(HelpRenderer.overview(ENGLISH)).hasSizeLessThan(4096);
        assertThat(ConversationReplies.greeting(ENGLISH)).hasSizeLessThan(4096);
    }

    @ParameterizedTest
    @MethodSource("examples")
    void everyExampleThatTheHelpShowsWorksAsTheCaptionOfAPicture(String caption) {
        switch (decide(new Content.Picture(FILE, caption, null))) {
            case Action.Predict predict -> assertThat(caption).startsWith("predict");
            case Action.Filter filter -> {
                Pixels picture = Pictures.noise(8, 6, 1);
                assertThat(Pictures.filtered(filter.chain().steps(), picture, new Random(1)))
                        .isNotNull();
            }
            case Action.Reply(String text, var _) -> {
                assertThat(caption).startsWith("concat");
                assertThat(text).isEqualTo(ENGLISH.say("concat-needs-album"));
                Pixels picture = Pictures.noise(8, 6, 1);
                Action.Join join = (Action.Join) decideAlbum(caption);
                assertThat(
                                Pictures.joined(join.request().concat(), List.of(picture, picture))
                                        .pixels())
                        .isEqualTo(2 * picture.pixels());
            }
            case Action other -> throw new AssertionError(caption + " is " + other);
        }
    }

    /** As a person reads them off the chat. */
    static Stream<String> examples() {
        List<String> captions =
                HelpIndex.ALL.stream()
                        .flatMap(page -> said("/help " + page.topic()).lines())
                        .map(EXAMPLE::matcher)
                        .filter(matcher -> matcher.matches())
                        .map(matcher -> matcher.group(1))
                        .toList();
        assertThat(captions).hasSizeGreaterThan(20);
        return captions.stream();
    }

    private static String said(String text) {
        return ((Action.Say) decide(new Content.Text(text))).text();
    }

    private static Action decideAlbum(String caption) {
        return Conversation.decideAlbum(
                new IncomingMessage(
                        42,
                        7,
                        new Sender(ENGLISH, false),
                        false,
                        null,
                        new Content.Picture(FILE, caption, "album")),
                "polybot");
    }

    private static Action decide(Content content) {
        return Conversation.decide(
                new IncomingMessage(42, 7, new Sender(ENGLISH, false), false, null, content),
                "polybot");
    }
}
