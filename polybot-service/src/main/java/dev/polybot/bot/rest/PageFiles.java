package dev.polybot.bot.rest;

import static java.nio.charset.StandardCharsets.UTF_8;

import org.jspecify.annotations.Nullable;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The files of the page, by exact name, read once. All of them together have a version, under which the HTML asks for the
 * others: {@code /page/<version>/main.js} never changes and is kept by browsers for ever, and modules that import each other by
 * relative names stay within their version.
 */
final class PageFiles {

    /** Where they lie on the class path, and at which address. */
    static final String FOLDER = "/page/";

    private static final int VERSION_BYTES = 6;

    private final Map<String, PageFile> files = new HashMap<>();
    private final String version;

    PageFiles(SortedMap<String, byte[]> contents) {
        this.version = version(contents);
        contents.forEach(
                (name, content) ->
                        files.put(
                                name,
                                new PageFile(
                                        name,
                                        name.endsWith(".html") ? versioned(content) : content)));
    }

    /** Those of the class path. */
    static PageFiles read() {
        SortedMap<String, byte[]> contents = new TreeMap<>();
        try {
            for (Resource file :
                    new PathMatchingResourcePatternResolver()
                            .getResources("classpath:" + FOLDER + "**/*.*")) {
                String path = file.getURL().getPath();
                contents.put(
                        path.substring(path.lastIndexOf(FOLDER) + FOLDER.length()),
                        file.getContentAsByteArray());
            }
        } catch (IOException e) {
            throw new UncheckedIOException("The page's files cannot be read.", e);
        }
        return new PageFiles(contents);
    }

    String version() {
        return version;
    }

    @Nullable PageFile find(String name) {
        return files.get(name);
    }

    private byte[] versioned(byte[] html) {
        return new String(html, UTF_8).replace(FOLDER, FOLDER + version + '/').getBytes(UTF_8);
    }

    private static String version(SortedMap<String, byte[]> contents) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        contents.forEach(
                (name, content) -> {
                    all.writeBytes(name.getBytes(UTF_8));
                    all.writeBytes(Sha256.of(content));
                });
        return HexFormat.of().formatHex(Sha256.of(all.toByteArray()), 0, VERSION_BYTES);
    }
}
