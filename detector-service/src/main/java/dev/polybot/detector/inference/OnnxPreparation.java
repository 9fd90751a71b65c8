package dev.polybot.detector.inference;

import ai.onnxruntime.OrtException;

import com.google.protobuf.InvalidProtocolBufferException;

import dev.polybot.detector.inference.ModelMetadata.Size;
import dev.polybot.detector.inference.RawHeads.Anchor;
import dev.polybot.detector.inference.RawHeads.Head;
import dev.polybot.detector.model.LocatedModel;
import dev.polybot.detector.model.ModelFormat;
import dev.polybot.detector.model.UnusableModelException;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Random;

/**
 * Rewrites a YOLOv5 export in ONNX into the file that runs fastest here: the part that decodes boxes is cut off, for only a
 * few of thousands are ever looked at, and with it goes what binds the network to one size. Sizes of boxes are measured on
 * the export itself, so that nothing is believed that its author wrote elsewhere; and all boxes of both must be the same
 * before it is kept.
 */
public final class OnnxPreparation {

    private static final int USUAL_SIZE = 640;

    /** Of an edge in pixels, and of a confidence: what other roundings come to, and far less than anybody sees. */
    private static final float EDGE = 0.05f;

    private static final float CONFIDENCE = 0.001f;

    private static final long SEED = 5;
    private static final int BLOCK = 48;

    private final LocatedModel model;

    private OnnxPreparation(LocatedModel model) {
        this.model = model;
    }

    /**
     * Prepares an export.
     *
     * @return the prepared file's bytes
     * @throws UnusableModelException when it is none that can be prepared, or the result is not the same; the message says why
     */
    public static byte[] prepare(LocatedModel model) {
        OnnxPreparation preparation = new OnnxPreparation(model);
        if (model.format() != ModelFormat.ONNX) {
            throw preparation.refused(
                    "is TorchScript; export it with YOLOv5's `python export.py --include onnx` and prepare that");
        }
        try (InputStream content = model.content().open()) {
            return preparation.prepare(content.readAllBytes());
        } catch (InvalidProtocolBufferException e) {
            throw preparation.refused("is not an ONNX file");
        } catch (IOException | OrtException | EngineFailedException e) {
            throw new UnusableModelException(
                    "The model at "
                            + model.origin()
                            + " could not be prepared: "
                            + EngineMessage.of(e)
                            + ".",
                    e);
        }
    }

    private byte[] prepare(byte[] file) throws IOException, OrtException {
        OnnxGraph graph = OnnxGraph.parse(file);
        if (graph.says(RawHeads.KEY)) {
            throw refused("is prepared already");
        }
        List<String> outputs = graph.outputs();
        List<String> convolutions =
                outputs.size() == 1 ? graph.lastConvolutions(outputs.getFirst()) : List.of();
        if (convolutions.isEmpty()) {
            throw notYoloV5();
        }
        try (OnnxNetwork both = OnnxNetwork.of(graph.showing(convolutions).toBytes())) {
            ModelMetadata notes = both.notes();
            if (notes.precision() == Precision.HALF) {
                throw refused("takes half precision; export it without --half");
            }
            Size size = Objects.requireNonNullElse(notes.size(), new Size(USUAL_SIZE, USUAL_SIZE));
            List<NetworkOutput> seen = run(both, size);
            RawHeads heads = measure(seen.getFirst(), size);
            int longer = Math.max(size.width(), size.height());
            OnnxGraph cut =
                    graph.cutAt(convolutions)
                            .saying(RawHeads.KEY, heads.toJson())
                            .saying("imgsz", List.of(longer, longer).toString());
            byte[] prepared = named(cut, notes).toBytes();
            compare(seen, prepared, size, heads);
            return prepared;
        }
    }

    /** The names that lie beside the export go into the file. */
    private OnnxGraph named(OnnxGraph graph, ModelMetadata notes) throws IOException {
        List<String> names = model.classes() == null ? notes.names() : model.classes();
        return names == null ? graph : graph.saying("names", OnnxMetadata.toPython(names));
    }

    /** What it gives for noise and for a picture of coloured blocks. */
    private static List<NetworkOutput> run(OnnxNetwork network, Size size) {
        Random random = new Random(SEED);
        try (Network.Forward forward = network.newForward()) {
            List<NetworkOutput> outputs = new ArrayList<>();
            for (int block : List.of(1, BLOCK)) {
                ByteBuffer picture =
                        new InputTensor(size.width() * size.height(), Precision.FLOAT)
                                .fillGrey(size.width(), size.height());
                paint(picture, size, block, random);
                outputs.add(forward.run(picture, size.width(), size.height(), Precision.FLOAT));
            }
            return outputs;
        }
    }

    private static void paint(ByteBuffer picture, Size size, int block, Random random) {
        int across = Math.ceilDiv(size.width(), block);
        float[] colours =
                new float[InputTensor.CHANNELS * across * Math.ceilDiv(size.height(), block)];
        for (int i = 0; i < colours.length; i++) {
            colours[i] = random.nextFloat();
        }
        int plane = size.width() * size.height();
        for (int i = 0; i < InputTensor.CHANNELS * plane; i++) {
            int channel = i / plane;
            int row = i % plane / size.width() / block;
            int column = i % size.width() / block;
            picture.putFloat(
                    i * Float.BYTES,
                    colours[
                            channel * colours.length / InputTensor.CHANNELS
                                    + row * across
                                    + column]);
        }
    }

    /** How its undecoded outputs, all but the first, become the rows of its first. */
    private RawHeads measure(NetworkOutput output, Size size) {
        if (!output.isTable() || output.columns() <= YoloV5Layout.BOX_COLUMNS) {
            throw notYoloV5();
        }
        List<Head> heads = new ArrayList<>();
        int row = 0;
        for (int i = 1; i < output.shapes().size(); i++) {
            List<Long> shape = output.shape(i);
            if (shape.size() != 4
                    || shape.get(1) % output.columns() != 0
                    || size.height() % shape.get(2) != 0) {
                throw notYoloV5();
            }
            int anchors = Math.toIntExact(shape.get(1) / output.columns());
            int cells = Math.toIntExact(shape.get(2) * shape.get(3));
            if (row + anchors * cells > output.rows()) {
                throw notYoloV5();
            }
            List<Anchor> measured = new ArrayList<>();
            for (int anchor = 0; anchor < anchors; anchor++) {
                measured.add(anchor(output, i, anchor, cells, row));
                row += cells;
            }
            heads.add(new Head(Math.toIntExact(size.height() / shape.get(2)), measured));
        }
        if (row != output.rows()) {
            throw notYoloV5();
        }
        return new RawHeads(heads);
    }

    /** The median over all cells: one is as good as another, but for its rounding. */
    private static Anchor anchor(NetworkOutput output, int head, int anchor, int cells, int row) {
        float[] widths = new float[cells];
        float[] heights = new float[cells];
        for (int cell = 0; cell < cells; cell++) {
            int decoded = (row + cell) * output.columns();
            int raw = anchor * output.columns() * cells + cell;
            widths[cell] = side(output, decoded + 2, head, raw + 2 * cells);
            heights[cell] = side(output, decoded + 3, head, raw + 3 * cells);
        }
        Arrays.sort(widths);
        Arrays.sort(heights);
        return new Anchor(widths[cells / 2], heights[cells / 2]);
    }

    private static float side(NetworkOutput output, int decoded, int head, int raw) {
        float doubled = 2 * RawHeadsLayout.sigmoid(output.values(head)[raw]);
        return output.values()[decoded] / (doubled * doubled);
    }

    private void compare(List<NetworkOutput> wanted, byte[] prepared, Size size, RawHeads heads)
            throws IOException, OrtException {
        try (OnnxNetwork network = OnnxNetwork.of(prepared)) {
            List<NetworkOutput> given = run(network, size);
            for (int i = 0; i < wanted.size(); i++) {
                // Below zero everything counts.
                compare(
                        new YoloV5Layout().candidates(wanted.get(i), -1),
                        new RawHeadsLayout(heads).candidates(given.get(i), -1));
            }
        }
    }

    private void compare(List<Candidate> wanted, List<Candidate> given) {
        boolean same = wanted.size() == given.size();
        for (int i = 0; same && i < wanted.size(); i++) {
            Box box = wanted.get(i).box();
            Box other = given.get(i).box();
            same =
                    Math.abs(wanted.get(i).confidence() - given.get(i).confidence()) <= CONFIDENCE
                            && Math.abs(box.left() - other.left()) <= EDGE
                            && Math.abs(box.top() - other.top()) <= EDGE
                            && Math.abs(box.right() - other.right()) <= EDGE
                            && Math.abs(box.bottom() - other.bottom()) <= EDGE;
        }
        if (!same) {
            throw notYoloV5();
        }
    }

    private UnusableModelException notYoloV5() {
        return refused(
                "does not decode its boxes as YOLOv5's exports do, and only those can be prepared; use it as it is");
    }

    private UnusableModelException refused(String why) {
        return new UnusableModelException("The model at " + model.origin() + ' ' + why + '.');
    }
}
