package dev.polybot.pictures;

import dev.polybot.model.prediction.Failure;
import dev.polybot.model.prediction.FailureCode;

import java.io.Serial;

/** A picture that is not taken, through its own fault: trying it again cannot help, telling its sender does. */
public class PictureRejectedException extends RuntimeException {

    @Serial private static final long serialVersionUID = 1L;

    private final transient Failure failure;

    private PictureRejectedException(FailureCode code, String sentence) {
        super(code.name());
        this.failure = new Failure(code, sentence);
    }

    /** What the sender is told. */
    public Failure failure() {
        return failure;
    }

    public static PictureRejectedException missing() {
        return new PictureRejectedException(
                FailureCode.PICTURE_MISSING,
                "I could not find that picture. Please send it again.");
    }

    public static PictureRejectedException empty() {
        return new PictureRejectedException(
                FailureCode.PICTURE_EMPTY,
                "That file is empty: it has 0 bytes. Please send the picture again.");
    }

    public static PictureRejectedException notAPicture() {
        return new PictureRejectedException(
                FailureCode.NOT_A_PICTURE,
                "That file is not a picture I know. I read JPEG, PNG, GIF, WebP and BMP.");
    }

    /** For a format that is recognised but not decoded. */
    public static PictureRejectedException unsupported(PictureFormat format) {
        return new PictureRejectedException(
                FailureCode.NOT_A_PICTURE,
                "That is "
                        + format.withArticle()
                        + " file, which I cannot read. Please send the picture as JPEG, PNG, GIF, WebP or BMP.");
    }

    public static PictureRejectedException damaged() {
        return new PictureRejectedException(
                FailureCode.PICTURE_DAMAGED,
                "That picture is damaged or was cut off on its way. Please send it again.");
    }

    public static PictureRejectedException tooLarge(PictureLimits limits) {
        return new PictureRejectedException(
                FailureCode.FILE_TOO_LARGE,
                "That file is too large: I take up to "
                        + limits.maxMegabytes()
                        + " MB. Please send a smaller one.");
    }

    /** For a file that keeps a decoder busy beyond all measure, whatever its size. */
    public static PictureRejectedException tooMuchWork() {
        return new PictureRejectedException(
                FailureCode.TOO_MUCH_WORK,
                "That picture takes too much work to decode. Please save it again in an ordinary way.");
    }

    public static PictureRejectedException tooManyPixels(
            long width, long height, PictureLimits limits) {
        return new PictureRejectedException(
                FailureCode.TOO_MANY_PIXELS,
                "That picture has too many pixels ("
                        + width
                        + " x "
                        + height
                        + "): I take up to "
                        + limits.maxMegapixels()
                        + " megapixels and "
                        + limits.maxSide()
                        + " pixels a side. Please send a smaller one.");
    }
}
