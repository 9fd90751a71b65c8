package dev.polybot.model.prediction;

/** Why a prediction failed, for programs. What a person reads is {@link Failure#sentence()}. */
public enum FailureCode {
    /** No object lies at the name that the job gave. */
    PICTURE_MISSING,
    /** The object has no bytes. */
    PICTURE_EMPTY,
    /** The bytes are no picture, or one of a format that is not decoded. */
    NOT_A_PICTURE,
    /** A picture that begins well and cannot be decoded to its end. */
    PICTURE_DAMAGED,
    /** More bytes than are taken. */
    FILE_TOO_LARGE,
    /** More pixels than are decoded. */
    TOO_MANY_PIXELS,
    /** Decoding it, or looking at it, takes longer than anybody's picture may. */
    TOO_MUCH_WORK,
    /** The model cannot compute it, and would not at another try. */
    MODEL_FAILED,
    /** Tried as often as the queue allows, without success and through no fault of the picture. */
    GAVE_UP,
    /** Whoever asked wants to wait no longer. */
    CANCELLED
}
