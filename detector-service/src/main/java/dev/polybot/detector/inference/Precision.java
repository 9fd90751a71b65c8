package dev.polybot.detector.inference;

import ai.djl.ndarray.types.DataType;

/** The numbers that a network takes its picture in. */
enum Precision {
    FLOAT(DataType.FLOAT32),
    HALF(DataType.FLOAT16);

    private final DataType type;

    Precision(DataType type) {
        this.type = type;
    }

    DataType type() {
        return type;
    }

    int bytes() {
        return type.getNumOfBytes();
    }
}
