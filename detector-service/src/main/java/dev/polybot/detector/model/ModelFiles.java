package dev.polybot.detector.model;

import static java.nio.charset.StandardCharsets.UTF_16;
import static java.nio.charset.StandardCharsets.UTF_8;

import dev.polybot.model.detection.ModelInfo;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * Loads a model's settings and class names from the files beside it: {@code x.torchscript} or {@code x.onnx}, the settings
 * {@code x.json} and the class names.
 */
final class ModelFiles {

    private static final int VERSION_LENGTH = 12;

    /** Editors on Windows begin a text file with it. */
    private static final String BYTE_ORDER_MARK = "\uFEFF";

    private static final Charset WINDOWS_1252 = Charset.forName("windows-1252");

    private ModelFiles() {}

    /** A folder of model files: on disk or in this program's own jar. */
    interface Folder {

        /** Opens a file of it; null when there is none of that name. */
        @Nullable InputStream open(String name) throws IOException;

        /** Whether a file of that name would lie in it. */
        default boolean isPlace(String name) {
            return true;
        }

        /** Where that file is, for the reader. */
        default String place(String name) {
            return name;
        }

        /** A file of it that is there. */
        default LocatedModel.Content content(String name) {
            return () -> Objects.requireNonNull(open(name), name);
        }
    }

    /**
     * The model of that file.
     *
     * @param origin where the folder is, for the log
     * @param wanted the digest that the file must have; null for the one in its settings, if any
     * @throws UnusableModelException when a file cannot be read, a setting is senseless or the digest another
     */
    static LocatedModel read(Folder folder, String file, String origin, @Nullable Checksum wanted) {
        ModelFormat format = format(file, origin);
        String stem = stem(file);
        try {
            ModelSettings settings = settings(folder, stem);
            LocatedModel.Content content = folder.content(file);
            Checksum actual = Checksum.sha256Of(content);
            verify(actual, wanted, settings, origin);
            String version = settings.version();
            String name = settings.name();
            List<String> classes = classes(folder, stem, settings, origin);
            return new LocatedModel(
                    new ModelInfo(
                            name == null ? stem : name,
                            version == null ? actual.hex().substring(0, VERSION_LENGTH) : version,
                            settings.notice()),
                    format,
                    settings.inputOrNothing(),
                    settings.thresholds(),
                    classes,
                    classes == null ? null : folder.place(classesFile(stem, settings)),
                    origin,
                    Objects.requireNonNullElse(settings.license(), "unknown"),
                    content);
        } catch (IOException e) {
            throw new UnusableModelException(
                    "The model's files at " + origin + " cannot be read: " + e.getMessage(), e);
        }
    }

    /** What a model's files have in common: the file's name without its ending. */
    static String stem(String file) {
        int dot = file.lastIndexOf('.');
        return dot > 0 ? file.substring(0, dot) : file;
    }

    private static ModelFormat format(String file, String origin) {
        ModelFormat format = ModelFormat.of(file);
        if (format == null) {
            throw new UnusableModelException(
                    "The file at "
                            + origin
                            + " is no model that can be run: it must end in .torchscript or .onnx. YOLOv5's export.py makes one"
                            + " of a .pt: python export.py --weights x.pt --include torchscript.");
        }
        return format;
    }

    private static ModelSettings settings(Folder folder, String stem) throws IOException {
        String file = stem + ".json";
        try (InputStream json = folder.open(file)) {
            return json == null
                    ? ModelSettings.NONE
                    : new ModelSettingsFile(folder.place(file)).read(json.readAllBytes());
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

    private static @Nullable List<String> classes(
            Folder folder, String stem, ModelSettings settings, String origin) throws IOException {
        String named = settings.classes();
        try (InputStream names = folder.open(classesFile(stem, settings))) {
            if (names != null) {
                return lines(text(names.readAllBytes()));
            }
        }
        if (named != null) {
            throw new UnusableModelException(
                    "The model at "
                            + origin
                            + " names its classes in "
                            + named
                            + (folder.isPlace(named)
                                    ? ", which is missing."
                                    : ", which leads out of its folder: the file must lie in the model's own folder,"
                                            + " and only its name be given."));
        }
        return null;
    }

    private static String classesFile(String stem, ModelSettings settings) {
        return Objects.requireNonNullElse(settings.classes(), stem + ".names");
    }

    /**
     * Editors write UTF-8, Windows' own tools UTF-16 with its mark, and older systems the code page of Western Europe, whose bytes
     * are seldom valid UTF-8.
     */
    private static String text(byte[] content) {
        int mark = content.length < 2 ? 0 : ByteBuffer.wrap(content).getChar();
        if (mark == 0xFEFF || mark == 0xFFFE) {
            return new String(content, UTF_16);
        }
        try {
            return UTF_8.newDecoder().decode(ByteBuffer.wrap(content)).toString();
        } catch (CharacterCodingException e) {
            return new String(content, WINDOWS_1252);
        }
    }

    private static List<String> lines(String text) {
        String names = text.startsWith(BYTE_ORDER_MARK) ? text.substring(1) : text;
        return Stream.of(names.split("\\R")).map(String::strip).filter(l -> !l.isEmpty()).toList();
    }
}
