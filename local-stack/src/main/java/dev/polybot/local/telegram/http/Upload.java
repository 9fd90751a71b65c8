package dev.polybot.local.telegram.http;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A file that came with a form, lying in a temporary place until its request is answered.
 *
 * @param name its name on the sender's side, without folders
 * @param type its media type, as the sender says
 */
public record Upload(String name, String type, Path content) {

    public long size() throws IOException {
        return Files.size(content);
    }
}
