package dev.polybot.local.telegram.picture;

import dev.polybot.local.json.Json;
import dev.polybot.local.telegram.http.Refusal;
import dev.polybot.local.telegram.http.Upload;
import dev.polybot.local.telegram.state.StoredFile;
import dev.polybot.local.telegram.state.StoredFiles;

import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

import java.io.IOException;
import java.nio.file.Path;

/** Turns uploads into the photos and documents of messages. */
public final class Media {

    /** https://core.telegram.org/bots/api#sendphoto */
    public static final long MAX_PHOTO_BYTES = 10L * 1024 * 1024;

    private final StoredFiles files;
    private final PhotoSizes sizes;

    public Media(StoredFiles files, Path temporary) {
        this.files = files;
        this.sizes = new PhotoSizes(temporary);
    }

    /** The sizes of a photo, smallest first. */
    public ArrayNode photo(Upload upload) throws IOException {
        if (upload.size() == 0) {
            throw Refusal.badRequest("file must be non-empty");
        }
        if (upload.size() > MAX_PHOTO_BYTES) {
            throw Refusal.badRequest(
                    "file of size "
                            + upload.size()
                            + " bytes is too big for a photo; the maximum size is "
                            + MAX_PHOTO_BYTES
                            + " bytes");
        }
        ArrayNode photo = Json.array();
        try {
            for (PhotoSizes.Size size : sizes.of(upload.content())) {
                StoredFile file = files.add(size.file(), "photos", "image/jpeg", "");
                photo.add(file.describe().put("width", size.width()).put("height", size.height()));
            }
        } catch (UnusablePicture e) {
            throw Refusal.badRequest(String.valueOf(e.getMessage()));
        }
        files.addPhoto(photo);
        return photo;
    }

    /** A document, byte for byte as it was sent. */
    public ObjectNode document(Upload upload) throws IOException {
        if (upload.size() == 0) {
            throw Refusal.badRequest("file must be non-empty");
        }
        return describe(files.add(upload.content(), "documents", upload.type(), upload.name()));
    }

    public static ObjectNode describe(StoredFile document) {
        return document.describe()
                .put("file_name", document.name())
                .put("mime_type", document.type());
    }
}
