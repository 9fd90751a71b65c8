package dev.polybot.detector.model;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/** A folder on disk. A name that leads out of it names nothing. */
record DiskFolder(Path path) implements ModelFiles.Folder {

    @Override
    public @Nullable InputStream open(String name) throws IOException {
        Path file = path.resolve(name).normalize();
        return isPlace(name) && Files.isRegularFile(file) ? Files.newInputStream(file) : null;
    }

    @Override
    public boolean isPlace(String name) {
        return path.normalize().equals(path.resolve(name).normalize().getParent());
    }

    @Override
    public String place(String name) {
        return path.resolve(name).toString();
    }

    @Override
    public LocatedModel.Content content(String name) {
        return new FileOnDisk(path.resolve(name));
    }

    private record FileOnDisk(Path file) implements LocatedModel.Content {

        @Override
        public InputStream open() throws IOException {
            return Files.newInputStream(file);
        }
    }

    /** The model of that file on disk. */
    static LocatedModel read(Path file, @Nullable Checksum wanted) {
        Path absolute = file.toAbsolutePath().normalize();
        Path folder = absolute.getParent();
        Path name = absolute.getFileName();
        if (folder == null || name == null) {
            throw new UnusableModelException(file + " is not a model file.");
        }
        return ModelFiles.read(
                new DiskFolder(folder), name.toString(), absolute.toString(), wanted);
    }
}
