package dev.polybot.bot.filters.files;

import dev.polybot.bot.filters.Raster;

import java.io.Serial;

/** A file that cannot be filtered, through its own fault: trying it again cannot help, telling its sender does. */
public class UnusablePictureException extends RuntimeException {

    @Serial private static final long serialVersionUID = 1L;

    /** What is wrong with the file. */
    public enum Reason {
        EMPTY("That file is empty. Please send the picture again."),
        NOT_A_PICTURE(
                "That file is not a picture I can read. I take JPEG, PNG, GIF and BMP: please send it as one of"
                        + " these, or as a photo."),
        DAMAGED("That picture is damaged or was cut off on its way. Please send it again."),
        TOO_MANY_PIXELS(
                "That picture has too many pixels: I take up to "
                        + Raster.MAX_PIXELS / 1_000_000
                        + " megapixels. Please send a smaller one.");

        private final String sentence;

        Reason(String sentence) {
            this.sentence = sentence;
        }

        /** For the person who sent it: what is wrong and what to do. */
        public String sentence() {
            return sentence;
        }
    }

    private final Reason reason;

    UnusablePictureException(Reason reason) {
        super(reason.name());
        this.reason = reason;
    }

    UnusablePictureException(Reason reason, Throwable cause) {
        super(reason.name(), cause);
        this.reason = reason;
    }

    public Reason reason() {
        return reason;
    }
}
