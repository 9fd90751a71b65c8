package dev.polybot.model.prediction;

/** A picture's width and height in pixels, as a person sees it: turned upright. */
public record Dimensions(int width, int height) {

    public Dimensions {
        if (width < 1 || height < 1) {
            throw new IllegalArgumentException("a picture has at least one pixel");
        }
    }
}
