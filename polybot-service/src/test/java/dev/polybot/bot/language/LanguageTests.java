package dev.polybot.bot.language;

import static org.assertj.core.api.Assertions.assertThat;

import static java.util.stream.Collectors.toSet;

import dev.polybot.model.detection.CocoClasses;
import dev.polybot.model.prediction.FailureCode;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.MessageFormat;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

class LanguageTests {

    private static final Pattern PLACEHOLDER = Pattern.compile("\\{\\d}");
    private static final Pattern NUMBER = Pattern.compile("(?<!\\{)\\b\\d+(?![#<])");
    private static final Pattern COMMAND_OR_CAPTION = Pattern.compile("/[a-z]+|\"[a-z][a-z ]+\"");
    private static final Pattern SAID = Pattern.compile("\\bsay\\(\\s*\"([a-z_.-]+[a-z_])\"");

    @ParameterizedTest
    @CsvSource({
        "de, de",
        "de-AT, de",
        "DE_ch, en",
        "en, en",
        "en-US, en",
        "pt-br, en",
        "deu-deu, en",
        "'', en",
        "'../../x', en",
        ", en"
    })
    void followsTheUsersClientWhereThereIsATranslation(String code, String language) {
        assertThat(Language.of(code).code()).isEqualTo(language);
    }

    @Test
    void theMachinesOwnLanguageMakesNoDifference() {
        Locale before = Locale.getDefault();
        try {
            Locale.setDefault(Locale.GERMANY);
            assertThat(Language.ENGLISH.say("failed")).startsWith("I could not");
        } finally {
            Locale.setDefault(before);
        }
    }

    @ParameterizedTest
    @MethodSource("keys")
    void everyMessageIsThereInEveryLanguageWithTheSamePlaceholders(String key) {
        Properties english = file("messages.properties");
        for (Language language : Language.values()) {
            String message = messages(language).getProperty(key);
            assertThat(message).as("%s in %s", key, language).isNotBlank();
            assertThat(matches(PLACEHOLDER, message))
                    .as("placeholders of %s in %s", key, language)
                    .isEqualTo(matches(PLACEHOLDER, english.getProperty(key)));
            assertThat(matches(NUMBER, message))
                    .as("numbers of %s in %s", key, language)
                    .isEqualTo(matches(NUMBER, english.getProperty(key)));
            assertThat(message.replace("''", "")).as("quotes are doubled").doesNotContain("'");
            assertThat(new MessageFormat(message, language.locale()).format(new Object[9]))
                    .doesNotContain("{", "}");
        }
    }

    /** What a person is to type is the same in every language. */
    @ParameterizedTest
    @MethodSource("keys")
    void commandsAndCaptionsAreNotTranslated(String key) {
        for (Language language : Language.values()) {
            assertThat(matches(COMMAND_OR_CAPTION, messages(language).getProperty(key)))
                    .as("%s in %s", key, language)
                    .isEqualTo(
                            matches(
                                    COMMAND_OR_CAPTION,
                                    file("messages.properties").getProperty(key)));
        }
    }

    @Test
    void noMessageIsThereForOneLanguageOnly() {
        for (Language language : Language.values()) {
            assertThat(messages(language).stringPropertyNames())
                    .as("messages in %s", language)
                    .isEqualTo(file("messages.properties").stringPropertyNames());
        }
    }

    @Test
    void whatTheProgramSaysIsInTheFiles() throws IOException {
        try (Stream<Path> sources = Files.walk(Path.of("src/main/java"))) {
            Set<String> said =
                    sources.filter(path -> path.toString().endsWith(".java"))
                            .flatMap(LanguageTests::said)
                            .collect(toSet());
            assertThat(said).hasSizeGreaterThan(20);
            assertThat(file("messages.properties").stringPropertyNames()).containsAll(said);
        }
    }

    @Test
    void noticesAndCommandsAreShortEnoughForTelegram() {
        for (Language language : Language.values()) {
            messages(language)
                    .forEach(
                            (key, message) -> {
                                if (key.toString().matches("(notice|command)\\..*")) {
                                    assertThat(message.toString()).hasSizeLessThanOrEqualTo(200);
                                }
                            });
        }
    }

    @Test
    void everyThingOfCocoHasANameAndPluralInEveryLanguage() {
        for (Language language : translated()) {
            for (String name : CocoClasses.NAMES) {
                assertThat(language.translate("thing." + name.replace(' ', '-'), "none"))
                        .as("%s in %s", name, language)
                        .matches("[\\p{L} -]+\\|[\\p{L} -]+");
            }
        }
        assertThat(Language.ENGLISH.translate("thing.dog", "dog")).isEqualTo("dog");
    }

    @ParameterizedTest
    @EnumSource
    void everyFailureHasASentenceInEveryLanguage(FailureCode code) {
        for (Language language : translated()) {
            assertThat(language.translate("failure." + code, "none"))
                    .as("%s in %s", code, language)
                    .endsWith(".");
        }
    }

    @Test
    void aLanguageIsThereBecauseItsFileIs() {
        assertThat(translated()).extracting(Language::code).contains("de").doesNotContain("en");
    }

    /** All but English, which is what is translated. */
    private static List<Language> translated() {
        return Language.values().stream().filter(language -> language != Language.ENGLISH).toList();
    }

    static Set<String> keys() {
        return new TreeSet<>(file("messages.properties").stringPropertyNames());
    }

    private static Stream<String> said(Path source) {
        try {
            return SAID.matcher(Files.readString(source)).results().map(result -> result.group(1));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Set<String> matches(Pattern pattern, String text) {
        return pattern.matcher(text).results().map(MatchResult::group).collect(toSet());
    }

    private static Properties messages(Language language) {
        return file(
                language == Language.ENGLISH
                        ? "messages.properties"
                        : "messages_" + language.code() + ".properties");
    }

    private static Properties file(String name) {
        Properties properties = new Properties();
        try (Reader reader =
                new InputStreamReader(
                        Language.class.getResourceAsStream(name), StandardCharsets.UTF_8)) {
            properties.load(reader);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return properties;
    }
}
