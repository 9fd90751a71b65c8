package dev.polybot.detector.inference;

import ai.onnxruntime.OrtEnvironment;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.zip.CRC32;
import java.util.zip.CheckedInputStream;

/**
 * ONNX Runtime's native libraries, unpacked once for all processes. By itself it unpacks them into the temporary folder at every
 * start: that takes time, stays there after a kill, and fails where nothing may be executed from there.
 *
 * @param folder for them; each build of the libraries has a folder of its own in it
 */
record OnnxNatives(Path folder) {

    /** Where ONNX Runtime looks for its libraries; who sets it, as the image does, is believed. */
    static final String PLACE = "onnxruntime.native.path";

    private static final Logger LOG = LoggerFactory.getLogger(OnnxNatives.class);
    private static final List<String> LIBRARIES = List.of("onnxruntime", "onnxruntime4j_jni");
    private static final String TEMPORARY = "onnxruntime-java";

    static OnnxNatives inHome() {
        return new OnnxNatives(
                Path.of(System.getProperty("user.home"), ".cache", "polybot", "natives"));
    }

    /** The process's environment, whose libraries come from the folder unless it cannot be used. */
    OrtEnvironment environment() {
        if (System.getProperty(PLACE) == null) {
            try {
                Path place = unpacked();
                if (place != null) {
                    System.setProperty(PLACE, place.toString());
                }
            } catch (IOException e) {
                LOG.warn(
                        "ONNX Runtime's libraries cannot be kept in {} and are unpacked at each start: {}",
                        folder,
                        e.toString());
            }
        }
        Set<Path> before = temporaryFolders();
        OrtEnvironment environment = OrtEnvironment.getEnvironment();
        removeEmpty(temporaryFolders(), before);
        return environment;
    }

    /** The folder with whole libraries in it; null for a machine that ONNX Runtime has none for. */
    @Nullable Path unpacked() throws IOException {
        String platform = platform(System.getProperty("os.name"), System.getProperty("os.arch"));
        if (OnnxNatives.class.getResource(resource(platform, LIBRARIES.getFirst())) == null) {
            return null;
        }
        CRC32 all = new CRC32();
        for (String library : LIBRARIES) {
            long checksum = checksumInJar(resource(platform, library));
            all.update(
                    Long.toHexString(checksum).getBytes(java.nio.charset.StandardCharsets.UTF_8));
        }
        Path place = folder.resolve("onnxruntime-%s-%08x".formatted(platform, all.getValue()));
        Files.createDirectories(place);
        for (String library : LIBRARIES) {
            unpack(resource(platform, library), place.resolve(System.mapLibraryName(library)));
        }
        return place;
    }

    /** A library cut off by a full disk or a kill would take the process down: what is not whole is replaced. */
    private static void unpack(String resource, Path target) throws IOException {
        if (Files.exists(target)
                && checksum(Files.newInputStream(target)) == checksumInJar(resource)) {
            return;
        }
        Path part = Files.createTempFile(target.getParent(), "", ".part");
        try {
            try (InputStream from = open(resource)) {
                Files.copy(from, part, StandardCopyOption.REPLACE_EXISTING);
            }
            Files.move(part, target, StandardCopyOption.ATOMIC_MOVE);
        } finally {
            Files.deleteIfExists(part);
        }
    }

    private static InputStream open(String resource) throws IOException {
        InputStream content = OnnxNatives.class.getResourceAsStream(resource);
        if (content == null) {
            throw new IOException("the program has no " + resource);
        }
        return content;
    }

    /** From the jar's table of contents, without unpacking anything. */
    private static long checksumInJar(String resource) throws IOException {
        var url = OnnxNatives.class.getResource(resource);
        if (url != null
                && url.openConnection() instanceof java.net.JarURLConnection jar
                && jar.getJarEntry().getCrc() != -1) {
            return jar.getJarEntry().getCrc();
        }
        return checksum(open(resource));
    }

    private static long checksum(InputStream content) throws IOException {
        CRC32 checksum = new CRC32();
        try (InputStream checked = new CheckedInputStream(content, checksum)) {
            checked.transferTo(OutputStream.nullOutputStream());
        }
        return checksum.getValue();
    }

    private static String resource(String platform, String library) {
        return "/ai/onnxruntime/native/" + platform + '/' + System.mapLibraryName(library);
    }

    /** As ONNX Runtime names it. */
    static String platform(String system, String processor) {
        String name = system.toLowerCase(Locale.ROOT);
        String os = name.contains("mac") ? "osx" : name.contains("win") ? "win" : "linux";
        boolean isArm = processor.equals("aarch64") || processor.equals("arm64");
        return os + (isArm ? "-aarch64" : "-x64");
    }

    /** It makes an empty one even where it unpacks nothing, and removes it only at an orderly end. */
    private static Set<Path> temporaryFolders() {
        Set<Path> folders = new HashSet<>();
        Path parent = Path.of(System.getProperty("java.io.tmpdir"));
        try (DirectoryStream<Path> found = Files.newDirectoryStream(parent, TEMPORARY + '*')) {
            found.forEach(folders::add);
        } catch (IOException e) {
            LOG.debug("{} cannot be listed", parent, e);
        }
        return folders;
    }

    private static void removeEmpty(Set<Path> now, Set<Path> before) {
        for (Path each : now) {
            if (!before.contains(each)) {
                try {
                    Files.delete(each);
                } catch (IOException e) {
                    LOG.debug("{} stays", each, e);
                }
            }
        }
    }
}
