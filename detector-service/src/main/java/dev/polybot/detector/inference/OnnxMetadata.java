package dev.polybot.detector.inference;

import ai.onnxruntime.NodeInfo;
import ai.onnxruntime.OnnxJavaType;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import ai.onnxruntime.TensorInfo;

import dev.polybot.detector.inference.ModelMetadata.Size;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Reads the metadata of an ONNX file: its input's shape and numbers, and what Ultralytics' exports put into its metadata,
 * which they write as Python does.
 */
final class OnnxMetadata {

    private static final Pattern NAME =
            Pattern.compile(
                    "(?:(\\d+)\\s*:\\s*)?(?:'((?:[^'\\\\]|\\\\.)*)'|\"((?:[^\"\\\\]|\\\\.)*)\")");
    private static final Pattern NUMBER = Pattern.compile("\\d{1,6}");

    private OnnxMetadata() {}

    static ModelMetadata read(OrtSession session) throws OrtException {
        Map<String, String> metadata = session.getMetadata().getCustomMetadata();
        TensorInfo input = input(session);
        long[] shape = input == null ? new long[0] : input.getShape();
        String heads = metadata.get(RawHeads.KEY);
        boolean fixed = shape.length == 4 && shape[2] > 0 && shape[3] > 0;
        return new ModelMetadata(
                fixed
                        ? new Size(Math.toIntExact(shape[3]), Math.toIntExact(shape[2]))
                        : size(metadata.get("imgsz")),
                fixed,
                number(metadata.get("stride")),
                names(metadata.get("names")),
                metadata.get("task"),
                input != null && input.type == OnnxJavaType.FLOAT16
                        ? Precision.HALF
                        : Precision.FLOAT,
                heads == null ? null : RawHeads.ofJson(heads));
    }

    static @Nullable TensorInfo input(OrtSession session) throws OrtException {
        for (NodeInfo input : session.getInputInfo().values()) {
            if (input.getInfo() instanceof TensorInfo tensor) {
                return tensor;
            }
        }
        return null;
    }

    /** Reads {@code {0: 'person', 1: "driver's seat"}} or {@code ['person', 'car']}. */
    static @Nullable List<String> names(@Nullable String python) {
        Map<Integer, String> names = new TreeMap<>();
        Matcher name = NAME.matcher(python == null ? "" : python);
        while (name.find()) {
            String number = name.group(1);
            String quoted = name.group(2) == null ? name.group(3) : name.group(2);
            names.put(
                    number == null ? names.size() : Integer.parseInt(number),
                    quoted.replaceAll("\\\\(.)", "$1"));
        }
        return names.isEmpty() ? null : List.copyOf(names.values());
    }

    /** Writes {@code {0: 'person', 1: 'car'}}. */
    static String toPython(List<String> names) {
        return IntStream.range(0, names.size())
                .mapToObj(
                        i ->
                                i
                                        + ": '"
                                        + names.get(i).replace("\\", "\\\\").replace("'", "\\'")
                                        + "'")
                .collect(Collectors.joining(", ", "{", "}"));
    }

    /** Reads {@code [480, 640]}: height, then width. */
    private static @Nullable Size size(@Nullable String python) {
        List<Integer> sides =
                NUMBER.matcher(python == null ? "" : python)
                        .results()
                        .map(found -> Integer.parseInt(found.group()))
                        .toList();
        return sides.size() == 2 ? new Size(sides.get(1), sides.get(0)) : null;
    }

    private static @Nullable Integer number(@Nullable String python) {
        Matcher number = NUMBER.matcher(python == null ? "" : python);
        return number.find() ? Integer.valueOf(number.group()) : null;
    }
}
