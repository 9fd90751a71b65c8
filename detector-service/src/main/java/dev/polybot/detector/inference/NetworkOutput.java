package dev.polybot.detector.inference;

import java.util.List;

/** What a network gave for one picture. */
final class NetworkOutput {

    private final List<List<Long>> shapes;
    private final float[] values;

    /**
     * An output of those shapes.
     *
     * @param shapes of all that the network gave
     * @param values of the first, row after row; not copied
     */
    NetworkOutput(List<List<Long>> shapes, float[] values) {
        this.shapes = shapes;
        this.values = values;
    }

    List<List<Long>> shapes() {
        return shapes;
    }

    float[] values() {
        return values;
    }

    /** The first output's last dimension but one; detection networks put their boxes into two dimensions. */
    int rows() {
        List<Long> shape = shapes.getFirst();
        return Math.toIntExact(shape.get(shape.size() - 2));
    }

    int columns() {
        return Math.toIntExact(shapes.getFirst().getLast());
    }

    /** Whether the first output is a table for one picture: two dimensions, with or without one for the picture before them. */
    boolean isTable() {
        if (shapes.isEmpty()) {
            return false;
        }
        List<Long> shape = shapes.getFirst();
        return (shape.size() == 3 && shape.getFirst() == 1)
                || (shape.size() == 2 && shape.getFirst() > 1);
    }
}
