package dev.polybot.load.check;

import dev.polybot.model.detection.Label;

/** One thing in a picture and where it is, as fractions of the picture's width and height. */
public record Box(String className, double left, double top, double right, double bottom) {

    public static Box of(Label label) {
        return centred(label.className(), label.cx(), label.cy(), label.width(), label.height());
    }

    static Box centred(String className, double cx, double cy, double width, double height) {
        return new Box(className, cx - width / 2, cy - height / 2, cx + width / 2, cy + height / 2);
    }

    /** Intersection over union with another box, 0 to 1; 0 when either is empty. */
    public double iou(Box other) {
        double width = Math.min(right, other.right) - Math.max(left, other.left);
        double height = Math.min(bottom, other.bottom) - Math.max(top, other.top);
        if (width <= 0 || height <= 0) {
            return 0;
        }
        double both = width * height;
        return both / (area() + other.area() - both);
    }

    private double area() {
        return (right - left) * (bottom - top);
    }
}
