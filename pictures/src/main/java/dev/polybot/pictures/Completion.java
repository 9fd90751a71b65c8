package dev.polybot.pictures;

import java.util.List;

/** Gives a file that only lacks its end one. A viewer shows such files; what really is cut off stays damaged. */
final class Completion {

    private Completion() {}

    /** Files that end; the picture is whole only if all of them show the same. None when pixels are missing. */
    static List<byte[]> of(PictureFormat format, byte[] file) {
        try {
            return switch (format) {
                case JPEG -> JpegCompletion.of(file);
                case PNG -> PngCompletion.of(file).stream().toList();
                case GIF -> List.of(GifCompletion.of(file));
                case WEBP -> List.of(WebpCompletion.of(file));
                default -> List.of();
            };
        } catch (IndexOutOfBoundsException e) {
            return List.of();
        }
    }
}
