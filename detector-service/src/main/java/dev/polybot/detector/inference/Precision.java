package dev.polybot.detector.inference;

/** The numbers that a network takes its picture in. */
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
