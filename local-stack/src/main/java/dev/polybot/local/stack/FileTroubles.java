package dev.polybot.local.stack;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.util.Objects;

/** What a file system refused, in words. */
public final class FileTroubles {

    private FileTroubles() {}

    /** Of what is no trouble of a file system, only the message is known. */
    static String sentence(IOException trouble) {
        return trouble instanceof FileSystemException file
                ? sentence(file)
                : String.valueOf(trouble.getMessage());
    }

    public static String sentence(FileSystemException trouble) {
        String file = Objects.requireNonNullElse(trouble.getFile(), "a file");
        return switch (trouble) {
            case AccessDeniedException _ ->
                    "Nothing can be written to " + file + ": no permission.";
            case FileAlreadyExistsException _ ->
                    file + " is there already, and it is no folder that could be written to.";
            case NoSuchFileException _ -> "There is no " + file + ", and it cannot be made.";
            case NotDirectoryException _ -> file + " is no folder.";
            default ->
                    file
                            + " cannot be written or read: "
                            + Objects.requireNonNullElse(trouble.getReason(), "the disk refuses")
                            + '.';
        };
    }
}
