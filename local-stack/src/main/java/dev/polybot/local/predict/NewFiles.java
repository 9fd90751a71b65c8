package dev.polybot.local.predict;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;

/** A folder in which nothing is lost: what is saved gets the next free name, unless it was said that files may be replaced. */
public final class NewFiles {

    private static final int MAX_NUMBER = 10_000;

    private final Path folder;
    private final boolean force;
    private final Set<Path> saved = new HashSet<>();

    /**
     * @param force whether files that were there before may be replaced; those that are saved here never are
     */
    public NewFiles(Path folder, boolean force) {
        this.folder = folder;
        this.force = force;
    }

    /** Makes the folder, so that it is known before anything is started whether that can be done. */
    public void prepare() throws IOException {
        Path target = folder.toAbsolutePath();
        Files.createDirectories(target);
        if (!Files.isWritable(target)) {
            throw new AccessDeniedException(target.toString());
        }
    }

    /**
     * Saves all that the stream has under this name, or {@code name-2}, {@code name-3} when it is taken. What breaks off before its
     * end takes no name.
     *
     * @throws FileSystemException when it cannot be written
     */
    public Path save(String name, InputStream stream) throws IOException {
        Path partial = Files.createTempFile(folder.toAbsolutePath(), ".polybot", ".part");
        try (stream) {
            copy(stream, Files.newOutputStream(partial), folder.resolve(name));
            Path place = reserve(name);
            readableAsUsual(place, partial);
            Files.move(partial, place, StandardCopyOption.REPLACE_EXISTING);
            saved.add(asWritten(place));
            return place;
        } finally {
            Files.deleteIfExists(partial);
        }
    }

    /** Tells a stream that breaks off from a place that has no room, which Java words alike. */
    static void copy(InputStream stream, OutputStream file, Path place) throws IOException {
        try (OutputStream told = new NamingOutput(file, place)) {
            stream.transferTo(told);
        }
    }

    private static final class NamingOutput extends FilterOutputStream {

        private final Path place;

        NamingOutput(OutputStream file, Path place) {
            super(file);
            this.place = place;
        }

        @Override
        public void write(byte[] bytes, int from, int length) throws IOException {
            try {
                out.write(bytes, from, length);
            } catch (IOException e) {
                throw new FileSystemException(place.toString(), null, e.getMessage());
            }
        }
    }

    /** Whether a file of this name is there with just this text. */
    public boolean holds(String name, String text) throws IOException {
        Path file = folder.resolve(name);
        byte[] bytes = text.getBytes(UTF_8);
        return Files.isRegularFile(file)
                && Files.size(file) == bytes.length
                && Arrays.equals(Files.readAllBytes(file), bytes);
    }

    /** Takes the name; with force whatever was there before. */
    private Path reserve(String name) throws IOException {
        Path wished = folder.resolve(name);
        int dot = name.lastIndexOf('.');
        String stem = dot > 0 ? name.substring(0, dot) : name;
        String extension = name.substring(stem.length());
        for (int i = 1; i < MAX_NUMBER; i++) {
            Path place = i == 1 ? wished : folder.resolve(stem + '-' + i + extension);
            if (isNowOurs(place) || mayBeReplaced(place)) {
                return place;
            }
        }
        throw new FileAlreadyExistsException(wished.toString());
    }

    private boolean mayBeReplaced(Path place) throws IOException {
        return force && !Files.isDirectory(place) && !saved.contains(asWritten(place));
    }

    /** Where the case of letters does not matter, in the case in which it lies there. */
    private static Path asWritten(Path place) throws IOException {
        return place.toRealPath(LinkOption.NOFOLLOW_LINKS);
    }

    private static boolean isNowOurs(Path place) throws IOException {
        try {
            Files.createFile(place);
            return true;
        } catch (FileAlreadyExistsException taken) {
            return false;
        }
    }

    /** A temporary file is its owner's alone; a result is as readable as any file that is made here. */
    private static void readableAsUsual(Path usual, Path file) throws IOException {
        if (Files.getFileStore(usual).supportsFileAttributeView("posix")) {
            Files.setPosixFilePermissions(file, Files.getPosixFilePermissions(usual));
        }
    }
}
