package dev.polybot.detector.inference;

import dev.polybot.detector.inference.ModelMetadata.Size;
import dev.polybot.detector.model.LocatedModel;
import dev.polybot.detector.model.StatedInput;
import dev.polybot.detector.model.UnusableModelException;

import org.jspecify.annotations.Nullable;

import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * Finds out by trial which inputs a network accepts: what its settings and its file say comes first, but nothing is believed
 * that was not seen to work. It does the warm-up along the way.
 */
final class InputProbe {

    private static final int USUAL_STRIDE = 32;

    /** The sizes that networks are made for, the usual one first, when nobody says which. */
    private static final List<Integer> USUAL_SIZES =
            List.of(640, 320, 416, 512, 1280, 256, 224, 384, 448, 608, 768, 960, 1024);

    private final LocatedModel model;
    private final Network network;
    private final Network.Forward forward;
    private final OutputReading reading;
    private final Set<Size> failedAsTheFirst = new HashSet<>();
    private @Nullable RuntimeException firstFailure;

    InputProbe(
            LocatedModel model, Network network, Network.Forward forward, OutputReading reading) {
        this.model = model;
        this.network = network;
        this.forward = forward;
        this.reading = reading;
    }

    /**
     * Tries until something works.
     *
     * @throws UnusableModelException when nothing does, or when what comes out are no boxes; the message says what to do
     */
    AcceptedInput find() {
        String misfit = network.misfit(model.input().size());
        if (misfit != null) {
            throw new UnusableModelException(
                    "The model at " + model.origin() + ' ' + misfit + " (docs/models.md).");
        }
        for (Size size : sizes()) {
            for (Precision precision : precisions()) {
                NetworkOutput output = tryOut(size.width(), size.height(), precision);
                if (output != null) {
                    OutputLayout layout = reading.layout(output, size.width(), size.height());
                    requireNumbers(output);
                    return new AcceptedInput(input(size, precision, layout), precision, layout);
                }
            }
        }
        throw new UnusableModelException(nothingWorked(), firstFailure);
    }

    private void requireNumbers(NetworkOutput output) {
        float[] values = output.values();
        if (values.length == 0
                || IntStream.range(0, values.length).anyMatch(i -> Float.isFinite(values[i]))) {
            return;
        }
        throw new UnusableModelException(
                "The model at "
                        + model.origin()
                        + " gives no numbers (NaN) for a grey picture: half precision that overflows is the usual cause;"
                        + " export it again without --half (docs/models.md).");
    }

    private Set<Size> sizes() {
        ModelMetadata notes = network.notes();
        Integer stated = model.input().size();
        Set<Size> sizes = new LinkedHashSet<>();
        if (stated != null) {
            sizes.add(new Size(stated, stated));
            return sizes;
        }
        if (notes.size() != null) {
            sizes.add(notes.size());
        }
        if (!notes.onlySize()) {
            USUAL_SIZES.forEach(size -> sizes.add(new Size(size, size)));
        }
        return sizes;
    }

    private List<Precision> precisions() {
        Precision stated = network.notes().precision();
        return stated == null ? List.of(Precision.values()) : List.of(stated);
    }

    /** Rectangles, if a wide and a tall one give as many boxes of the same layout; else always the size that worked. */
    private ModelInput input(Size size, Precision precision, OutputLayout layout) {
        int stride =
                Objects.requireNonNullElse(
                        model.input().stride(),
                        Objects.requireNonNullElse(network.notes().stride(), USUAL_STRIDE));
        boolean isSettled =
                model.input().shape() == StatedInput.Shape.SQUARE || network.notes().onlySize();
        boolean canVary = size.isSquare() && size.width() % stride == 0 && size.width() > stride;
        return !isSettled && canVary && takesRectangles(size.width(), stride, precision, layout)
                ? ModelInput.rectangle(size.width(), stride)
                : ModelInput.fixed(size.width(), size.height());
    }

    private boolean takesRectangles(
            int longer, int stride, Precision precision, OutputLayout layout) {
        int shorter = Math.ceilDiv(longer * 3 / 4, stride) * stride;
        if (shorter == longer) {
            shorter = longer - stride;
        }
        NetworkOutput wide = tryOut(longer, shorter, precision);
        NetworkOutput tall = wide == null ? null : tryOut(shorter, longer, precision);
        return wide != null
                && tall != null
                && wide.size() == tall.size()
                && isLaidOut(wide, longer, shorter, layout)
                && isLaidOut(tall, shorter, longer, layout);
    }

    private boolean isLaidOut(NetworkOutput output, int width, int height, OutputLayout layout) {
        try {
            return reading.layout(output, width, height).equals(layout);
        } catch (UnusableModelException e) {
            return false;
        }
    }

    /** Null when the engine failed. */
    private @Nullable NetworkOutput tryOut(int width, int height, Precision precision) {
        InputTensor grey = new InputTensor(width * height, precision);
        try {
            return forward.run(grey.fillGrey(width, height), width, height, precision);
        } catch (EngineFailedException e) {
            firstFailure = firstFailure == null ? e : firstFailure;
            if (EngineMessage.of(e).equals(EngineMessage.of(firstFailure))) {
                failedAsTheFirst.add(new Size(width, height));
            }
            return null;
        }
    }

    private String nothingWorked() {
        Integer stated = model.input().size();
        String reason = firstFailure == null ? "" : EngineMessage.of(firstFailure);
        boolean isAnySize = failedAsTheFirst.size() > 1 && failedAsTheFirst.containsAll(sizes());
        if (isAnySize || reason.contains("CUDA")) {
            return "The model at %s cannot be used: it computes no picture, of whatever size (%s); export it again with YOLOv5's export.py --device cpu (docs/models.md)."
                    .formatted(model.origin(), reason);
        }
        String tried =
                stated == null
                        ? "no picture of any usual size could be computed"
                        : "no picture of the %d pixels in its settings could be computed"
                                .formatted(stated);
        return "The model at "
                + model.origin()
                + " cannot be used: "
                + tried
                + " ("
                + reason
                + "); say its size in the settings beside it, as {\"input\": {\"size\": 320}}, or export it again with"
                + " YOLOv5's export.py (docs/models.md).";
    }
}
