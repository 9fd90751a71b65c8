package dev.polybot.detector.inference;

import ai.onnxruntime.OnnxJavaType;
import ai.onnxruntime.TensorInfo;

import org.jspecify.annotations.Nullable;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * The input that an ONNX file declares. A side that the file leaves open is negative or 0.
 *
 * @param type of its numbers
 * @param shape of it; empty when the file does not say
 */
record DeclaredInput(OnnxJavaType type, List<Long> shape) {

    DeclaredInput {
        shape = List.copyOf(shape);
    }

    private static final int SIDES = 4;

    static DeclaredInput of(TensorInfo input) {
        return new DeclaredInput(input.type, Arrays.stream(input.getShape()).boxed().toList());
    }

    /**
     * Why no picture fits, and what to do, as the rest of a sentence that begins with the model; null when nothing declared
     * speaks against it.
     *
     * @param size that the settings state
     */
    @Nullable String misfit(@Nullable Integer size) {
        if (type != OnnxJavaType.FLOAT && type != OnnxJavaType.FLOAT16) {
            String name = type.name().toLowerCase(Locale.ROOT);
            return "takes "
                    + (name.contains("int") ? "whole numbers (" : "numbers of another kind (")
                    + name
                    + "); export it again with floating-point numbers as its input";
        }
        return shape.isEmpty() ? null : misfitOfShape(size);
    }

    private @Nullable String misfitOfShape(@Nullable Integer size) {
        if (shape.size() != SIDES || (!fits(1, InputTensor.CHANNELS) && shape.get(3) == 3)) {
            return "wants its pictures as "
                    + shape.stream()
                            .map(side -> side < 0 ? "?" : String.valueOf(side))
                            .collect(Collectors.joining(",", "[", "]"))
                    + "; export it again with its input as [1,3,height,width]";
        }
        if (!fits(0, 1)) {
            return "takes a batch of "
                    + shape.get(0)
                    + " pictures; export it again with --batch-size 1";
        }
        if (!fits(1, InputTensor.CHANNELS)) {
            return "takes pictures of "
                    + shape.get(1)
                    + (shape.get(1) == 1 ? " channel" : " channels")
                    + "; export it again with weights for the 3 of red, green and blue";
        }
        return size == null || (fits(2, size) && fits(3, size)) ? null : otherSize(size);
    }

    private String otherSize(int size) {
        String made =
                shape.get(2).equals(shape.get(3))
                        ? "" + shape.get(2)
                        : shape.get(3) + "x" + shape.get(2);
        return "is made for %s pixels, and not for the %d pixels in its settings; leave input.size out there, or export it again with YOLOv5's export.py --imgsz %d"
                .formatted(made.replace("-1", "any"), size, size);
    }

    private boolean fits(int side, int wanted) {
        return shape.get(side) <= 0 || shape.get(side) == wanted;
    }
}
