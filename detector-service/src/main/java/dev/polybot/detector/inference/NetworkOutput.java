package dev.polybot.detector.inference;

import java.util.List;

/** A network's output for one picture. */
final class NetworkOutput {

    private final List<List<Long>> shapes;
    private final List<float[]> values;

    /**
     * Outputs of those shapes.
     *
     * @param shapes of all that the network gave
     * @param values of the first of them, or of more, row after row; not copied
     */
    NetworkOutput(List<List<Long>> shapes, List<float[]> values) {
        this.shapes = shapes;
        this.values = values;
    }

    List<List<Long>> shapes() {
        return shapes;
    }

    List<Long> shape(int output) {
        return shapes.get(output);
    }

    /** Of the first output; empty when there is none. */
    float[] values() {
        return values.isEmpty() ? new float[0] : values(0);
    }

    float[] values(int output) {
        return values.get(output);
    }

    /** How many numbers the network gave. */
    long size() {
        return shapes.stream()
                .mapToLong(shape -> shape.stream().reduce(1L, Math::multiplyExact))
                .sum();
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
