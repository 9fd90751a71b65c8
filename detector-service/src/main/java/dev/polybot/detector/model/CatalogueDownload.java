package dev.polybot.detector.model;

import tools.jackson.databind.json.JsonMapper;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Enumeration;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/** Downloads a model of the catalogue into the cache, where it lies like one that was put there by hand. */
final class CatalogueDownload {

    private static final long MAX_ENTRY_BYTES = 512L * 1024 * 1024;

    private final ModelDownload download;
    private final ModelCache cache;

    CatalogueDownload(ModelDownload download, ModelCache cache) {
        this.download = download;
        this.cache = cache;
    }

    /** Fetches it and returns its file. */
    Path fetch(KnownModel model, KnownModel.Source source) throws DownloadFailedException {
        Path archive = cache.folder().resolve(model.name() + ".zip");
        download.fetch(source.url(), archive, new Checksum("SHA-1", source.sha1()));
        try {
            return unpack(archive, model.name(), source.settings());
        } catch (IOException e) {
            throw new DownloadFailedException(
                    "its archive cannot be unpacked to " + cache.folder() + ": " + e.getMessage(),
                    e);
        } finally {
            archive.toFile().delete();
        }
    }

    /** The weights come last: with them, the model counts as here. Their checksum is kept, for every later start. */
    private Path unpack(Path archive, String name, ModelSettings settings) throws IOException {
        Path model = cache.fileOf(name);
        Path partial = partial(model);
        try (ZipFile files = new ZipFile(archive.toFile())) {
            Path names = cache.folder().resolve(name + ".names");
            copy(files, entry(files, "synset.txt"), partial(names));
            move(partial(names), names);
            copy(files, entry(files, name), partial);
        }
        Checksum sha256 = Checksum.sha256Of(() -> Files.newInputStream(partial));
        Files.write(
                cache.folder().resolve(name + ".json"),
                JsonMapper.shared().writeValueAsBytes(settings.withSha256(sha256.hex())));
        move(partial, model);
        return model;
    }

    private static ZipEntry entry(ZipFile files, String name) throws IOException {
        Enumeration<? extends ZipEntry> entries = files.entries();
        while (entries.hasMoreElements()) {
            ZipEntry entry = entries.nextElement();
            String path = entry.getName();
            String file = path.substring(path.lastIndexOf('/') + 1);
            boolean isWeights = file.startsWith(name + '.') && isTorchScript(file);
            if (!entry.isDirectory() && (file.equals(name) || isWeights)) {
                return entry;
            }
        }
        throw new IOException("the archive holds no " + name);
    }

    private static boolean isTorchScript(String file) {
        return file.endsWith(".pt") || file.endsWith(ModelFormat.TORCHSCRIPT.extension());
    }

    private static void copy(ZipFile files, ZipEntry entry, Path target) throws IOException {
        if (entry.getSize() > MAX_ENTRY_BYTES) {
            throw new IOException("its " + entry.getName() + " is too large");
        }
        try (var in = files.getInputStream(entry)) {
            Files.copy(in, target, StandardCopyOption.REPLACE_EXISTING);
        }
    }

    private static Path partial(Path file) {
        return file.resolveSibling("." + file.getFileName() + ".part");
    }

    private static void move(Path from, Path to) throws IOException {
        Files.move(from, to, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }
}
