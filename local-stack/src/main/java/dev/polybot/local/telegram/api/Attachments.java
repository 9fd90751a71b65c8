package dev.polybot.local.telegram.api;

import dev.polybot.local.telegram.http.Form;
import dev.polybot.local.telegram.http.Refusal;
import dev.polybot.local.telegram.http.Upload;
import dev.polybot.local.telegram.picture.Media;
import dev.polybot.local.telegram.state.StoredFiles;

import org.jspecify.annotations.Nullable;

import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

import java.io.IOException;

/** The files of a call: sent with it, or already on Telegram and named by their id. */
final class Attachments {

    private static final String ATTACHED = "attach://";

    private final Media media;
    private final StoredFiles files;

    Attachments(Media media, StoredFiles files) {
        this.media = media;
        this.files = files;
    }

    /**
     * @param field the form's field that may hold the file itself
     * @param source {@code attach://field}, a file id, or null when the field holds the file
     */
    ArrayNode photo(Form form, String field, @Nullable String source) throws IOException {
        Upload upload = upload(form, field, source);
        if (upload != null) {
            return media.photo(upload);
        }
        ArrayNode photo = files.photo(String.valueOf(source));
        if (photo == null) {
            throw unknownFile();
        }
        return photo;
    }

    ObjectNode document(Form form, String field, @Nullable String source) throws IOException {
        Upload upload = upload(form, field, source);
        if (upload != null) {
            return media.document(upload);
        }
        return files.byId(String.valueOf(source))
                .map(Media::describe)
                .orElseThrow(Attachments::unknownFile);
    }

    private static @Nullable Upload upload(Form form, String field, @Nullable String source) {
        if (source != null && source.startsWith(ATTACHED)) {
            Upload attached = form.file(source.substring(ATTACHED.length()));
            if (attached == null) {
                throw Refusal.badRequest("attached file not found");
            }
            return attached;
        }
        return form.file(field);
    }

    private static Refusal unknownFile() {
        return Refusal.badRequest("wrong file identifier/HTTP URL specified");
    }
}
