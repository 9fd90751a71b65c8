package dev.polybot.detector.inference;

/** The number format of a network's input. */
enum Precision {
    FLOAT(Float.BYTES),
    HALF(Short.BYTES);

    private final int bytes;

    Precision(int bytes) {
        this.bytes = bytes;
    }

    int bytes() {
        return bytes;
    }
}
