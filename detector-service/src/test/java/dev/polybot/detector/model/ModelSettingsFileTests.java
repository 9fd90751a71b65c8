package dev.polybot.detector.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** What an operator reads when the settings beside a model are wrong. */
class ModelSettingsFileTests {

    /** The least that passes for an ONNX file: a version and a graph with a name. */
    private static final byte[] ONNX = {0x08, 0x07, 0x3a, 0x03, 0x12, 0x01, 'g'};

    @TempDir Path folder;

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{'confidence': 2} | confidence | over 0 and at most 1 | 2",
                "{'confidence': 0} | confidence | over 0 and at most 1 | 0",
                "{'confidence': 1e-60} | confidence | over 0 and at most 1 | 1.0E-60",
                "{'overlap': 'half'} | overlap | over 0 and at most 1 | 'half'",
                "{'overlapAcrossClasses': [1]} | overlapAcrossClasses | over 0 and at most 1 | [1]",
                "{'input': {'shape': 'round'}} | input.shape | 'square' or 'rectangle' | 'round'",
                "{'input': {'shape': 1}} | input.shape | 'square' or 'rectangle' | 1",
                "{'input': {'size': 0}} | input.size | whole number of pixels from 1 to 4096 | 0",
                "{'input': {'size': 1e30}} | input.size | from 1 to 4096 | 1.0E30",
                "{'input': {'size': 320.5}} | input.size | whole number | 320.5",
                "{'input': {'stride': 5000}} | input.stride | from 1 to 4096 | 5000",
                "{'input': {'size': 100, 'stride': 32}} | input.size | a multiple of input.stride, 32 | 100",
                "{'input': 640} | input | such as {'size': 640} | 640",
                "{'classes': ['cat', 'dog']} | classes | the name of a file beside it | ['cat','dog']",
                "{'name': {}} | name | a text | {}",
                "{'notice': true} | notice | a text | true",
                "{'sha256': 'abc'} | sha256 | 64 hex digits | 'abc'",
            })
    void aValueThatIsNotAllowedIsToldWithTheFileTheKeyAndWhatIs(
            String json, String key, String allowed, String given) throws IOException {
        assertThatThrownBy(() -> read(json))
                .isInstanceOf(UnusableModelException.class)
                .hasMessageStartingWith(
                        '"' + key + "\" in the settings " + folder.resolve("mine.json"))
                .hasMessageContaining(allowed.replace('\'', '"'))
                .hasMessageEndingWith("and not " + given.replace('\'', '"') + '.');
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{'confidence': 0.3, | are not valid JSON: see line 1, column 20",
                "{'name': 'a' | are not valid JSON: see line 1, column",
                "hello | are not valid JSON: see line 1, column",
                "[1,2] | must be one object in braces",
                "null | must be one object in braces",
                "'text' | must be one object in braces",
                "`` | must be one object in braces",
            })
    void whatAreNoSettingsIsToldWithItsFileAndPlace(String json, String reason) {
        assertThatThrownBy(() -> read(json))
                .isInstanceOf(UnusableModelException.class)
                .hasMessageStartingWith("The settings " + folder.resolve("mine.json") + ' ')
                .hasMessageContaining(reason)
                .hasMessageNotContainingAny("Source", "tools.", "token", "Token", "Exception");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{'confidense': 0.3} | confidense | confidence",
                "{'Confidence': 0.3} | Confidence | confidence",
                "{'overlap_across_classes': 0.3} | overlap_across_classes | overlapAcrossClasses",
                "{'input': {'sise': 320}} | input.sise | input.size",
                "{'size': 320} | size | input.size",
                "{'input': {'confidence': 0.3}} | input.confidence | confidence",
                "{'conf': 0.3} | conf | confidence",
                "{'iou': 0.3} | iou | overlap",
                "{'names': ['cat']} | names | classes",
                "{'imgsz': 320} | imgsz | input.size",
            })
    void aKeyWithASlipIsNotPassedOver(String json, String written, String meant) {
        assertThatThrownBy(() -> read(json))
                .isInstanceOf(UnusableModelException.class)
                .hasMessage(
                        "The settings %s have a key \"%s\", which is none. Did you mean \"%s\"?",
                        folder.resolve("mine.json"), written, meant);
    }

    @Test
    void keysOfOtherVersionsAndWhatIsNotStatedAreNoFault() throws IOException {
        LocatedModel model =
                read("{'later': 1, 'version': 3, 'confidence': null, 'input': {'size': null}}");

        assertThat(model.info().version()).isEqualTo("3");
        assertThat(model.thresholds()).isEqualTo(StatedThresholds.NOTHING);
    }

    private LocatedModel read(String json) throws IOException {
        Path file = Files.write(folder.resolve("mine.onnx"), ONNX);
        Files.writeString(folder.resolve("mine.json"), json.replace('\'', '"'));
        return DiskFolder.read(file, null);
    }
}
