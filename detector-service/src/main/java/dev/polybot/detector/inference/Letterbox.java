package dev.polybot.detector.inference;

/**
 * The scale and padding with which a photo lies in the network's input: shrunk or enlarged with its aspect kept, in the
 * middle, with grey around it. The arithmetic and its rounding are those of Ultralytics YOLOv5 v7.0 ({@code letterbox},
 * {@code scale_boxes}), because a box that is one pixel off is another confidence.
 *
 * @param inputWidth of the network's input, in pixels
 * @param contentWidth of the resized photo within it
 * @param left grey columns before the photo
 * @param top grey rows above the photo
 */
record Letterbox(
        int photoWidth,
        int photoHeight,
        int inputWidth,
        int inputHeight,
        int contentWidth,
        int contentHeight,
        int left,
        int top) {

    static Letterbox of(int photoWidth, int photoHeight, ModelInput input) {
        double gain =
                Math.min(
                        (double) input.height() / photoHeight, (double) input.width() / photoWidth);
        int contentWidth = (int) Math.max(1, Math.rint(photoWidth * gain));
        int contentHeight = (int) Math.max(1, Math.rint(photoHeight * gain));
        double spareWidth = spare(input.width() - contentWidth, input) / 2.0;
        double spareHeight = spare(input.height() - contentHeight, input) / 2.0;
        int left = (int) Math.rint(spareWidth - 0.1);
        int right = (int) Math.rint(spareWidth + 0.1);
        int top = (int) Math.rint(spareHeight - 0.1);
        int bottom = (int) Math.rint(spareHeight + 0.1);
        return new Letterbox(
                photoWidth,
                photoHeight,
                left + contentWidth + right,
                top + contentHeight + bottom,
                contentWidth,
                contentHeight,
                left,
                top);
    }

    /** A box of the network's input, in pixels of the photo and within it. */
    Box toPhoto(Box box) {
        double gain =
                Math.min((double) inputHeight / photoHeight, (double) inputWidth / photoWidth);
        double padX = (inputWidth - photoWidth * gain) / 2;
        double padY = (inputHeight - photoHeight * gain) / 2;
        return new Box(
                        (float) ((box.left() - padX) / gain),
                        (float) ((box.top() - padY) / gain),
                        (float) ((box.right() - padX) / gain),
                        (float) ((box.bottom() - padY) / gain))
                .clippedTo(photoWidth, photoHeight);
    }

    private static int spare(int pixels, ModelInput input) {
        return input.fixed() ? pixels : pixels % input.stride();
    }
}
