package dev.polybot.local.telegram.state;

import org.jspecify.annotations.Nullable;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The files of all chats, on disk, found by id or by path. */
public final class StoredFiles implements JournaledState {

    private static final int ID_BYTES = 24;
    private static final Pattern NUMBER = Pattern.compile("file_(\\d{1,18})");

    private final Journal journal;
    private final Path folder;
    private final SecureRandom random = new SecureRandom();
    private final AtomicLong lastNumber = new AtomicLong();
    private final Map<String, StoredFile> byId = new LinkedHashMap<>();
    private final Map<String, StoredFile> byPath = new LinkedHashMap<>();

    /** Photos by the id of each of their sizes. */
    private final Map<String, ArrayNode> photos = new LinkedHashMap<>();

    public StoredFiles(Journal journal, Path folder) {
        this.journal = journal;
        this.folder = folder;
    }

    /** Takes the file into the store; it is moved there. */
    public StoredFile add(Path content, String kind, String type, String name) throws IOException {
        String path = kind + "/file_" + lastNumber.incrementAndGet() + extension(type, name);
        Path place = folder.resolve(path);
        Files.createDirectories(folder.resolve(kind));
        Files.move(content, place, StandardCopyOption.REPLACE_EXISTING);
        StoredFile file = new StoredFile(newId(), path, type, name, Files.size(place));
        keep(file);
        journal.append("file", file.toJson());
        return file;
    }

    /** Remembers that these sizes are one photo, so that it can be sent again by the id of any of them. */
    public synchronized void addPhoto(ArrayNode sizes) {
        keepPhoto(sizes);
        journal.append("photo", sizes);
    }

    public synchronized Optional<StoredFile> byId(String id) {
        return Optional.ofNullable(byId.get(id));
    }

    public synchronized Optional<StoredFile> byPath(String path) {
        return Optional.ofNullable(byPath.get(path));
    }

    public synchronized @Nullable ArrayNode photo(String sizeId) {
        ArrayNode sizes = photos.get(sizeId);
        return sizes == null ? null : sizes.deepCopy();
    }

    public Path content(StoredFile file) {
        return folder.resolve(file.path());
    }

    @Override
    public synchronized void replay(String kind, JsonNode value) {
        if (kind.equals("file")) {
            StoredFile file = StoredFile.of(value);
            keep(file);
            Matcher number = NUMBER.matcher(file.path());
            if (number.find()) {
                lastNumber.accumulateAndGet(Long.parseLong(number.group(1)), Math::max);
            }
        } else if (kind.equals("photo") && value instanceof ArrayNode sizes) {
            keepPhoto(sizes);
        }
    }

    @Override
    public synchronized Stream<Journal.Entry> entries() {
        return Stream.concat(
                byId.values().stream().map(file -> new Journal.Entry("file", file.toJson())),
                photos.values().stream().distinct().map(photo -> new Journal.Entry("photo", photo)))
                .toList()
                .stream();
    }

    private synchronized void keep(StoredFile file) {
        byId.put(file.id(), file);
        byPath.put(file.path(), file);
    }

    private void keepPhoto(ArrayNode sizes) {
        for (JsonNode size : sizes) {
            photos.put(size.path("file_id").asString(""), sizes);
        }
    }

    private String newId() {
        byte[] bytes = new byte[ID_BYTES];
        random.nextBytes(bytes);
        return "AgAC" + HexFormat.of().formatHex(bytes);
    }

    private static String extension(String type, String name) {
        int dot = name.lastIndexOf('.');
        if (dot > 0 && name.substring(dot).matches("\\.[A-Za-z0-9]{1,8}")) {
            return name.substring(dot);
        }
        return type.equals("image/jpeg") ? ".jpg" : "";
    }
}
