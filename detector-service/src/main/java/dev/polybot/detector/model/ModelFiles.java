package dev.polybot.detector.model;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.polybot.model.detection.CocoClasses;
import dev.polybot.model.detection.ModelInfo;

import org.jspecify.annotations.Nullable;

import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * Puts a model together from its files: {@code x.torchscript}, the settings {@code x.json} and the class names.
 */
final class ModelFiles {

    static final String EXTENSION = ".torchscript";

    private static final int VERSION_LENGTH = 12;
    private static final JsonMapper JSON =
            JsonMapper.builder().disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES).build();

    private ModelFiles() {}

    /** A folder of model files: on disk or in this program's own jar. */
    interface Folder {

        /** Opens a file of it; null when there is none of that name. */
        @Nullable InputStream open(String name) throws IOException;
    }

    /**
     * The model of that file.
     *
     * @param origin where the folder is, for the log
     * @param wanted the digest that the file must have; null for the one in its settings, if any
     * @throws UnusableModelException when a file cannot be read, a setting is senseless or the digest another
     */
    static LocatedModel read(Folder folder, String file, String origin, @Nullable Checksum wanted) {
        String stem = stem(file);
        try {
            ModelSettings settings = settings(folder, stem);
            LocatedModel.Content content = () -> Objects.requireNonNull(folder.open(file), file);
            Checksum actual = Checksum.sha256Of(content);
            verify(actual, wanted, settings, origin);
            String version = settings.version();
            String name = settings.name();
            return new LocatedModel(
                    new ModelInfo(
                            name == null ? stem : name,
                            version == null ? actual.hex().substring(0, VERSION_LENGTH) : version,
                            settings.notice()),
                    settings.inputOrDefault(),
                    classes(folder, stem, settings, origin),
                    origin,
                    Objects.requireNonNullElse(settings.license(), "unknown"),
                    content);
        } catch (IOException | JacksonException e) {
            throw new UnusableModelException(
                    "The model's files at " + origin + " cannot be read: " + e.getMessage(), e);
        }
    }

    static String stem(String file) {
        int dot = file.indexOf('.');
        return dot > 0 ? file.substring(0, dot) : file;
    }

    private static ModelSettings settings(Folder folder, String stem) throws IOException {
        try (InputStream json = folder.open(stem + ".json")) {
            return json == null ? ModelSettings.NONE : JSON.readValue(json, ModelSettings.class);
        }
    }

    private static void verify(
            Checksum actual, @Nullable Checksum wanted, ModelSettings settings, String origin) {
        String stated = settings.sha256();
        Checksum expected = wanted == null && stated != null ? Checksum.sha256(stated) : wanted;
        if (expected != null && !expected.equals(actual)) {
            throw new UnusableModelException(
                    "The model at "
                            + origin
                            + " is not the expected file: its SHA-256 is "
                            + actual.hex()
                            + ", wanted is "
                            + expected.hex()
                            + ".");
        }
    }

    private static List<String> classes(
            Folder folder, String stem, ModelSettings settings, String origin) throws IOException {
        String named = settings.classes();
        List<String> files =
                named == null ? List.of(stem + ".names", "coco.names") : List.of(named);
        for (String file : files) {
            try (InputStream names = folder.open(file)) {
                if (names != null) {
                    return lines(new String(names.readAllBytes(), UTF_8));
                }
            }
        }
        if (named != null) {
            throw new UnusableModelException(
                    "The model at "
                            + origin
                            + " names its classes in "
                            + named
                            + ", which is missing.");
        }
        return CocoClasses.NAMES;
    }

    private static List<String> lines(String text) {
        return Stream.of(text.split("\\R")).map(String::strip).filter(l -> !l.isEmpty()).toList();
    }
}
