package dev.polybot.bot.rest;

import dev.polybot.bot.pictures.TemporaryPicture;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.Part;

import org.apache.tomcat.util.http.fileupload.impl.SizeException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.StandardCopyOption;
import java.util.Collection;
import java.util.List;

/** Pictures that are parts of a form, under whatever field names. Parts without a file name are fields and no pictures. */
final class FormReader {

    private final RestLimits limits;

    FormReader(RestLimits limits) {
        this.limits = limits;
    }

    /** Adds the pictures one by one, so that whoever asked can remove those that came before a fault. */
    void read(HttpServletRequest request, List<Upload> pictures) throws IOException {
        Collection<Part> parts = parts(request);
        try {
            List<Part> files =
                    parts.stream().filter(part -> part.getSubmittedFileName() != null).toList();
            if (files.isEmpty()) {
                throw Problem.of(
                                ProblemKind.UNPROCESSABLE,
                                "The form has no picture. Add one as a file.")
                        .asException();
            }
            if (files.size() > limits.pictures()) {
                throw tooMany();
            }
            for (Part file : files) {
                pictures.add(picture(file));
            }
        } finally {
            for (Part part : parts) {
                part.delete();
            }
        }
    }

    private Upload picture(Part part) throws IOException {
        TemporaryPicture picture = TemporaryPicture.create();
        try {
            try (var content = part.getInputStream()) {
                Files.copy(content, picture.file(), StandardCopyOption.REPLACE_EXISTING);
            }
            return UploadValidator.of(picture, part.getSubmittedFileName());
        } catch (IOException | RuntimeException e) {
            picture.close();
            throw e;
        }
    }

    private Collection<Part> parts(HttpServletRequest request) throws IOException {
        try {
            return request.getParts();
        } catch (IllegalStateException e) {
            throw e.getCause() instanceof SizeException size
                            && size.getPermittedSize() == limits.request().toBytes()
                    ? UploadLimits.tooLarge(limits.request(), true)
                    : tooLargeOrTooMany(e);
        } catch (ServletException | IllegalArgumentException e) {
            throw malformed();
        }
    }

    private ProblemException tooLargeOrTooMany(IllegalStateException e) {
        return e.getCause() instanceof SizeException
                ? UploadLimits.tooLarge(limits.picture(), false)
                : tooMany();
    }

    private ProblemException tooMany() {
        return Problem.of(
                        ProblemKind.TOO_LARGE,
                        "A request may have up to "
                                + limits.pictures()
                                + " pictures. Send fewer at once.")
                .asException();
    }

    private static ProblemException malformed() {
        return Problem.of(ProblemKind.MALFORMED, "The form is cut off or not well-formed.")
                .asException();
    }
}
