package dev.polybot.detector.inference;

import dev.polybot.detector.model.UnusableModelException;
import dev.polybot.model.detection.CocoClasses;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Recognises a network's output layout by its shape and the number of classes, and refuses what is no detection network.
 *
 * @param origin of the model, for the sentence that refuses it
 * @param names of its classes; null when nobody names them
 * @param namesFile where they stand; null when it is no file
 * @param heads how the network gives its boxes undecoded; null when it decodes them
 */
record OutputReading(
        String origin,
        @Nullable List<String> names,
        @Nullable String namesFile,
        @Nullable RawHeads heads) {

    /** Of the scales at which YOLO networks look at a picture. */
    private static final List<List<Integer>> STRIDES =
            List.of(
                    List.of(8, 16, 32),
                    List.of(8, 16, 32, 64),
                    List.of(4, 8, 16, 32),
                    List.of(16, 32));

    private static final int MAX_ANCHORS = 3;

    /** Transformers give no box for each cell but a few hundred: RT-DETR 300, DINO 900. */
    private static final int MOST_QUERIES = 1_000;

    private static final int BOX_SIDES = 4;

    /** How many classes a model has whose names need not be told. */
    private static final int COCO = CocoClasses.NAMES.size();

    /** Of bodies, hands and dogs, as Ultralytics' pose models are trained; each has a place and whether it is seen. */
    private static final Set<Integer> POINTS_OF_POSES = Set.of(17, 21, 24);

    private static final int VALUES_A_POINT = 3;

    /** What to do about a model that is none for detection. */
    static final String DETECTION =
            "take detection weights instead, such as yolov5n.pt, and export them with `python export.py --weights yolov5n.pt"
                    + " --include torchscript`";

    /**
     * The layout of that output.
     *
     * @throws UnusableModelException when it is none; the message says what to do
     */
    OutputLayout layout(NetworkOutput output, int inputWidth, int inputHeight) {
        if (heads != null) {
            return new RawHeadsLayout(requireHeads(heads, output));
        }
        requireDetection(output);
        int rows = output.rows();
        int columns = output.columns();
        boolean fromGrid = isGrid(rows, inputWidth, inputHeight);
        if (columns == EndToEndLayout.COLUMNS && !fromGrid && EndToEndLayout.fits(output)) {
            return new EndToEndLayout();
        }
        boolean isPose =
                pointsBehind(columns - YoloV5Layout.BOX_COLUMNS, names == null ? 1 : names.size())
                        > 0;
        if (!fromGrid
                && !isPose
                && Math.max(rows, columns) <= MOST_QUERIES
                && !isGrid(columns, inputWidth, inputHeight)) {
            throw refused(
                    "gives its boxes in a layout that is not read, such as RT-DETR's", output);
        }
        boolean isVersion8 =
                names == null
                        ? rows < columns && !fromGrid
                        : rows == names.size() + YoloV8Layout.BOX_ROWS
                                && !(fits5(columns) && fromGrid);
        if (isVersion8) {
            requireNames(rows - YoloV8Layout.BOX_ROWS, output);
            return new YoloV8Layout();
        }
        boolean isVersion5 = names == null ? columns > YoloV5Layout.BOX_COLUMNS : fits5(columns);
        if (!isVersion5) {
            throw mismatch(output, fromGrid);
        }
        requireNames(columns - YoloV5Layout.BOX_COLUMNS, output);
        return new YoloV5Layout();
    }

    private RawHeads requireHeads(RawHeads heads, NetworkOutput output) {
        boolean fit = output.shapes().size() == heads.heads().size();
        for (int i = 0; fit && i < heads.heads().size(); i++) {
            List<Long> shape = output.shape(i);
            long anchors = heads.heads().get(i).anchors().size();
            int classes = names == null ? COCO : names.size();
            fit =
                    shape.size() == 4
                            && shape.get(1) == anchors * (YoloV5Layout.BOX_COLUMNS + classes);
        }
        if (!fit) {
            throw new UnusableModelException(
                    "The model at "
                            + origin
                            + " gives "
                            + shapes(output)
                            + ", which is not what it was prepared for; prepare it again with ./polybot models prepare.");
        }
        return heads;
    }

    private boolean fits5(int columns) {
        return names != null && columns == names.size() + YoloV5Layout.BOX_COLUMNS;
    }

    private void requireDetection(NetworkOutput output) {
        if (output.shapes().stream().anyMatch(shape -> shape.size() == 4)) {
            throw refused("is a segmentation model", output);
        }
        List<Long> first = output.shapes().isEmpty() ? List.of() : output.shapes().getFirst();
        if (first.size() == 2 && first.getFirst() == 1) {
            throw refused("is a classification model", output);
        }
        if (output.shapes().stream().anyMatch(OutputReading::isBoxesAlone)) {
            throw refused(
                    "gives boxes and scores apart, as SSD and YOLO-NAS do, which is not read",
                    output);
        }
        if (!output.isTable()) {
            throw refused("is no detection model", output);
        }
    }

    private static boolean isBoxesAlone(List<Long> shape) {
        return (shape.size() == 2 || shape.size() == 3)
                && (shape.getLast() == BOX_SIDES || shape.get(shape.size() - 2) == BOX_SIDES);
    }

    private UnusableModelException refused(String what, NetworkOutput output) {
        return new UnusableModelException(
                "The model at "
                        + origin
                        + ' '
                        + what
                        + ": it gives "
                        + shapes(output)
                        + "; "
                        + DETECTION
                        + '.');
    }

    private void requireNames(int classes, NetworkOutput output) {
        if (names == null && classes != COCO) {
            int points = pointsBehind(classes, 1);
            if (points > 0) {
                throw pose(1, points, output);
            }
            throw new UnusableModelException(
                    "The model at "
                            + origin
                            + " finds things of "
                            + classes
                            + (classes == 1 ? " class" : " classes")
                            + " and names none; put the names, one a line, into a file of the model's name that ends"
                            + " in .names beside it.");
        }
    }

    private UnusableModelException mismatch(NetworkOutput output, boolean fromGrid) {
        boolean looksLikeVersion8 = output.rows() < output.columns() && !fromGrid;
        int classes =
                looksLikeVersion8
                        ? output.rows() - YoloV8Layout.BOX_ROWS
                        : output.columns() - YoloV5Layout.BOX_COLUMNS;
        int named = names == null ? 0 : names.size();
        int points = pointsBehind(classes, named);
        if (named > 0 && points > 0) {
            return pose(named, points, output);
        }
        if (looksLikeVersion8 && named > 0 && classes == named + 1) {
            return turned(named, output);
        }
        return new UnusableModelException(
                "The model at "
                        + origin
                        + " knows "
                        + classes
                        + (classes == 1 ? " class (it gives " : " classes (it gives ")
                        + shapes(output)
                        + "), but its list of names has "
                        + named
                        + (namesFile == null ? "" : " (" + namesFile + ')')
                        + "; if it is a detection model, put a file with the right names, one a line, beside it"
                        + " (docs/models.md), and otherwise export one with export.py.");
    }

    /** The points of a pose model that so many values beside the box make with so many classes; 0 when they make none. */
    private static int pointsBehind(int values, int classes) {
        int points = (values - classes) / VALUES_A_POINT;
        boolean pose = (values - classes) % VALUES_A_POINT == 0 && POINTS_OF_POSES.contains(points);
        return pose ? points : 0;
    }

    /** A shape alone may mislead: a detection model can have as many classes. */
    private UnusableModelException pose(int classes, int points, NetworkOutput output) {
        return new UnusableModelException(
                "The model at "
                        + origin
                        + " is a pose model, by what it gives: "
                        + shapes(output)
                        + ", which is "
                        + classes
                        + (classes == 1 ? " class and " : " classes and ")
                        + points
                        + " points of a body; "
                        + DETECTION
                        + ", or, if it does find things of "
                        + (classes + VALUES_A_POINT * points)
                        + " classes, put their names, one a line, into a file of the model's name that ends in .names"
                        + " beside it.");
    }

    /** Boxes that are turned have an angle behind their classes. */
    private UnusableModelException turned(int named, NetworkOutput output) {
        return new UnusableModelException(
                "The model at "
                        + origin
                        + " gives "
                        + shapes(output)
                        + ", one value more than its list of names has names ("
                        + named
                        + (namesFile == null ? "" : ", in " + namesFile)
                        + "): if it is a model of turned boxes (-obb), "
                        + DETECTION
                        + ", and otherwise add the name that is missing.");
    }

    private static String shapes(NetworkOutput output) {
        return output.shapes().stream()
                .map(
                        shape ->
                                shape.stream()
                                        .map(String::valueOf)
                                        .collect(Collectors.joining(", ", "(", ")")))
                .collect(Collectors.joining(" and "));
    }

    /** Whether that many boxes are the cells of a YOLO network's grids, or so many boxes for each cell. */
    private static boolean isGrid(int boxes, int width, int height) {
        return STRIDES.stream()
                .mapToLong(strides -> cells(strides, width, height))
                .anyMatch(cells -> boxes % cells == 0 && boxes / cells <= MAX_ANCHORS);
    }

    private static long cells(List<Integer> strides, int width, int height) {
        return strides.stream()
                .mapToLong(
                        stride -> (long) Math.ceilDiv(width, stride) * Math.ceilDiv(height, stride))
                .sum();
    }
}
