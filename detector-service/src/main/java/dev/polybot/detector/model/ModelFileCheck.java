package dev.polybot.detector.model;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;

/** Recognises files that cannot be models, by their first bytes and without an engine. */
final class ModelFileCheck {

    private static final List<String> CHECKPOINTS = List.of(".pt", ".pth", ".ckpt");

    private static final byte[] ZIP = {'P', 'K', 3, 4};

    private ModelFileCheck() {}

    /**
     * The file, when it can be a model.
     *
     * @throws UnusableModelException when it is missing, a folder, or something else; the message says what to do
     */
    static Path passed(Path file) {
        Path place = file.toAbsolutePath().normalize();
        if (Files.isDirectory(place)) {
            throw new UnusableModelException(folder(place));
        }
        if (!Files.exists(place)) {
            throw new UnusableModelException(missing(place));
        }
        if (!Files.isRegularFile(place)) {
            throw new UnusableModelException(
                    "DETECTOR_MODEL names "
                            + place
                            + ", which is no ordinary file but a pipe, a device or the like: name a file that ends in"
                            + " .onnx or .torchscript (docs/models.md).");
        }
        if (!Files.isReadable(place)) {
            throw new UnusableModelException("The model " + place + " may not be read.");
        }
        if (ModelFormat.of(file.toString()) == ModelFormat.ONNX) {
            requireOnnx(place);
        } else if (!isTorchScript(place)) {
            throw new UnusableModelException(notTorchScript(place));
        }
        if (ModelFormat.of(file.toString()) == null) {
            throw new UnusableModelException(
                    "The model "
                            + place
                            + " is TorchScript, as it should be: give it a name that ends in .torchscript.");
        }
        return file;
    }

    static boolean isCheckpointName(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        return CHECKPOINTS.stream().anyMatch(lower::endsWith);
    }

    /** The command that makes a model file of such weights. */
    static String howToExport(String stem) {
        return "YOLOv5's own `python export.py --weights "
                + stem
                + ".pt --include torchscript` does it (docs/models.md)";
    }

    private static void requireOnnx(Path file) {
        try {
            if (!OnnxFile.isWhole(file)) {
                if (isTorchScript(file)) {
                    throw new UnusableModelException(misnamed(file, "TorchScript", ".torchscript"));
                }
                throw new UnusableModelException(
                        "The model at "
                                + file
                                + (Files.size(file) == 0
                                        ? " is an empty file."
                                        : " is not an ONNX file, or only a part of one.")
                                + " Copy it again, or export it again: python export.py --weights x.pt --include onnx"
                                + " (docs/models.md).");
            }
        } catch (IOException e) {
            throw new UnusableModelException("The model " + file + " cannot be read.", e);
        }
    }

    /** TorchScript is a ZIP with the network's code in it; a checkpoint is one with the weights alone. */
    private static boolean isTorchScript(Path file) {
        try (ZipFile zip = new ZipFile(file.toFile())) {
            return zip.stream().anyMatch(entry -> entry.getName().contains("/code/"));
        } catch (ZipException e) {
            return false;
        } catch (IOException e) {
            throw new UnusableModelException("The model " + file + " cannot be read.", e);
        }
    }

    private static String misnamed(Path file, String kind, String ending) {
        return "The model "
                + file
                + " is "
                + kind
                + ": give it a name that ends in "
                + ending
                + " (docs/models.md).";
    }

    private static boolean isOnnx(Path file) {
        try {
            return OnnxFile.isWhole(file);
        } catch (IOException e) {
            throw new UnusableModelException("The model " + file + " cannot be read.", e);
        }
    }

    /** A ZIP has its table at its end: of a part nothing but the first bytes is one. */
    private static boolean isPartOfZip(Path file) {
        try (InputStream content = Files.newInputStream(file)) {
            if (!Arrays.equals(content.readNBytes(ZIP.length), ZIP)) {
                return false;
            }
        } catch (IOException e) {
            throw new UnusableModelException("The model " + file + " cannot be read.", e);
        }
        try (ZipFile zip = new ZipFile(file.toFile())) {
            return zip.size() == 0;
        } catch (IOException e) {
            return true;
        }
    }

    private static String notTorchScript(Path file) {
        String stem = ModelFiles.stem(String.valueOf(file.getFileName()));
        if (!isCheckpointName(file.toString()) && ModelFormat.of(file.toString()) == null) {
            return file
                    + " is no model: models are files that end in .onnx or .torchscript"
                    + " (docs/models.md).";
        }
        if (isOnnx(file)) {
            return misnamed(file, "ONNX", ".onnx");
        }
        String fault = " is not a TorchScript file";
        if (file.toFile().length() == 0) {
            fault = " is an empty file";
        } else if (isPartOfZip(file)) {
            fault += ", or only a part of one";
        }
        return isCheckpointName(file.toString())
                ? "DETECTOR_MODEL names "
                        + file
                        + ", which holds weights without their network, as they are trained: it must be exported."
                        + " "
                        + howToExport(stem)
                        + "."
                : "The model at " + file + fault + ". " + howToExport(stem) + ".";
    }

    private static String folder(Path folder) {
        List<String> inside = modelsIn(folder);
        return "DETECTOR_MODEL names the folder "
                + folder
                + (inside.isEmpty()
                        ? ", which holds no model file; a model comes from YOLOv5's export.py (docs/models.md)."
                        : "; name a file in it: " + String.join(", ", inside) + ".");
    }

    private static String missing(Path file) {
        if (Files.isSymbolicLink(file)) {
            return "DETECTOR_MODEL names the link " + file + ", and what it leads to is not there.";
        }
        Path parent = file.getParent();
        Optional<String> close =
                parent == null
                        ? Optional.empty()
                        : ModelCatalogue.closest(
                                String.valueOf(file.getFileName()), modelsIn(parent));
        return "DETECTOR_MODEL names "
                + file
                + ", and there is no such file."
                + close.map(name -> " Did you mean " + name + "?")
                        .orElse(" YOLOv5's export.py makes one (docs/models.md).");
    }

    private static List<String> modelsIn(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(Files::isRegularFile)
                    .map(file -> String.valueOf(file.getFileName()))
                    .filter(name -> ModelFormat.of(name) != null)
                    .sorted()
                    .toList();
        } catch (IOException e) {
            return List.of();
        }
    }
}
