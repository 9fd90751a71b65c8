package dev.polybot.bot.captions;

import static org.assertj.core.api.Assertions.assertThat;

import dev.polybot.bot.filters.Concat;
import dev.polybot.bot.filters.FilterStep;
import dev.polybot.bot.filters.Pictures;
import dev.polybot.bot.language.Language;
import dev.polybot.pictures.testing.Pixels;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import java.util.List;
import java.util.Random;
import java.util.stream.Stream;

class HelpIndexTests {

    private static final Pixels PICTURE = Pictures.noise(40, 30, 7);
    private static final Pixels OTHER = Pictures.noise(25, 60, 7);

    @ParameterizedTest
    @MethodSource("examples")
    void everyExampleWorksWhenTypedLiterally(String caption) {
        switch (CaptionParser.parse(caption)) {
            case CaptionRequest.Chain(List<FilterStep> steps) ->
                    assertThat(Pictures.filtered(steps, PICTURE, new Random(1)))
                            .isNotEqualTo(PICTURE);
            case CaptionRequest.Join(Concat concat) ->
                    assertThat(Pictures.joined(concat, List.of(PICTURE, OTHER)).pixels())
                            .isPositive();
            case CaptionRequest.Predict predict -> assertThat(predict.options()).isNotNull();
            case CaptionRequest other -> throw new AssertionError(caption + " is " + other);
        }
    }

    @ParameterizedTest
    @MethodSource("pages")
    void whatIsCalledTheSameIsTheSame(HelpPage page) {
        List<HelpPage.Example> examples = page.examples(Language.ENGLISH);
        for (int i = 1; i < examples.size(); i++) {
            if (examples.get(i).meaning().equals("the same")) {
                assertThat(CaptionParser.parse(examples.get(i).caption()))
                        .isEqualTo(CaptionParser.parse(examples.get(i - 1).caption()));
            }
        }
    }

    @ParameterizedTest
    @MethodSource("pages")
    void aPageFitsIntoOneMessage(HelpPage page) {
        assertThat(page.toString()).hasSizeLessThan(1000);
    }

    @Test
    void everyActionHasAPageUnderItsName() {
        for (Keyword keyword : Keyword.values()) {
            assertThat(keyword.help().topic()).isEqualTo(keyword.spoken());
            assertThat(HelpIndex.ALL).contains(keyword.help());
        }
    }

    @Test
    void everyActionIsATelegramCommandThatItIsUnderstoodBy() {
        for (Keyword keyword : Keyword.values()) {
            assertThat(keyword.command()).matches("[a-z0-9_]{1,32}");
            MisspeltCaptionTests.assertIsUnderstood("/" + keyword.command() + "@polybot");
        }
    }

    static Stream<HelpPage> pages() {
        return HelpIndex.ALL.stream();
    }

    static Stream<String> examples() {
        return pages().flatMap(page -> page.examples(Language.ENGLISH).stream())
                .map(HelpPage.Example::caption);
    }
}
