package dev.polybot.bot.rest;

import jakarta.servlet.http.HttpServletRequest;

import org.jspecify.annotations.Nullable;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;

import java.io.IOException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;

/** Takes the pictures out of a request: one as its body, or several as parts of a form. */
public final class UploadReader {

    private static final String SENDABLE =
            "Send a picture as the body (Content-Type: image/jpeg), or pictures as parts of"
                    + " multipart/form-data.";

    private final RestLimits limits;
    private final UploadLimiter room;
    private final BodyReader bodies;
    private final FormReader forms;

    public UploadReader(RestLimits limits, Clock clock) {
        this.limits = limits;
        this.room = new UploadLimiter(limits);
        this.bodies = new BodyReader(limits, clock);
        this.forms = new FormReader(limits);
    }

    /**
     * The pictures in the request.
     *
     * @param name what the caller calls a picture that is sent as the body; null for no name
     */
    public Uploads read(HttpServletRequest request, @Nullable String name) throws IOException {
        MediaType type = type(request.getContentType());
        boolean form = MediaType.MULTIPART_FORM_DATA.isCompatibleWith(type);
        if (!form && !isPicture(type)) {
            throw Problem.of(ProblemKind.NOT_A_PICTURE, SENDABLE).asException();
        }
        UploadLimiter.Place place = room.take(expected(request, form));
        List<Upload> pictures = new ArrayList<>();
        try {
            if (form) {
                forms.read(request, pictures);
            } else {
                pictures.add(bodies.read(request.getInputStream(), name));
            }
            return new Uploads(pictures, place);
        } catch (IOException | RuntimeException e) {
            new Uploads(pictures, place).close();
            throw e;
        }
    }

    private long expected(HttpServletRequest request, boolean form) {
        long most = (form ? limits.request() : limits.picture()).toBytes();
        long declared = request.getContentLengthLong();
        if (declared > most) {
            throw UploadLimits.tooLarge(form ? limits.request() : limits.picture(), form);
        }
        return declared < 0 ? most : declared;
    }

    private static boolean isPicture(MediaType type) {
        return type.getType().equals("image")
                || type.equalsTypeAndSubtype(MediaType.APPLICATION_OCTET_STREAM);
    }

    private static MediaType type(@Nullable String declared) {
        if (declared == null) {
            return MediaType.APPLICATION_OCTET_STREAM;
        }
        try {
            return MediaType.parseMediaType(declared);
        } catch (InvalidMediaTypeException e) {
            throw Problem.of(ProblemKind.NOT_A_PICTURE, SENDABLE).asException();
        }
    }
}
