package dev.polybot.local.emulators.s3;

import tools.jackson.databind.json.JsonMapper;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;

/**
 * An object's file: its content, then what is known of it as JSON, then the JSON's length. It comes into being in one step,
 * so whoever is killed leaves the former object or the new one; and a picture's file shows the picture.
 *
 * @param size bytes of its content
 * @param modified seconds since 1970
 * @param etag without quotes
 * @param headers those that are given back with it, such as {@code content-type} and its checksum
 */
record StoredObject(long size, long modified, String etag, Map<String, String> headers) {

    private static final JsonMapper JSON = new JsonMapper();

    void write(byte[] content, Path file, Path drafts) throws IOException {
        byte[] facts = JSON.writeValueAsBytes(this);
        Path draft = drafts.resolve(UUID.randomUUID().toString());
        try (FileChannel out =
                FileChannel.open(draft, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
            ByteBuffer[] all = {
                ByteBuffer.wrap(content),
                ByteBuffer.wrap(facts),
                ByteBuffer.allocate(Integer.BYTES).putInt(facts.length).flip()
            };
            while (all[2].hasRemaining()) {
                out.write(all);
            }
        }
        Files.createDirectories(Objects.requireNonNull(file.getParent()));
        Files.move(
                draft, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    static StoredObject of(FileChannel file) throws IOException {
        long end = file.size() - Integer.BYTES;
        int length = read(file, end, Integer.BYTES).getInt();
        return JSON.readValue(read(file, end - length, length).array(), StoredObject.class);
    }

    /** A part of its content. */
    static ByteBuffer read(FileChannel file, long from, int length) throws IOException {
        ByteBuffer buffer = ByteBuffer.allocate(length);
        while (buffer.hasRemaining()) {
            if (file.read(buffer, from + buffer.position()) < 0) {
                throw new EOFException("an object's file is cut off");
            }
        }
        return buffer.flip();
    }
}
