package dev.polybot.bot.rest;

import java.util.List;

/** The uploads of one request; closing it deletes their temporary files and gives back their place in the upload limit. */
final class Uploads implements AutoCloseable {

    private final List<Upload> pictures;
    private final UploadLimiter.Place place;

    Uploads(List<Upload> pictures, UploadLimiter.Place place) {
        this.pictures = List.copyOf(pictures);
        this.place = place;
    }

    List<Upload> pictures() {
        return pictures;
    }

    @Override
    public void close() {
        pictures.forEach(upload -> upload.picture().close());
        place.close();
    }
}
