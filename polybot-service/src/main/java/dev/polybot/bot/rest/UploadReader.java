package dev.polybot.bot.rest;

import dev.polybot.bot.storage.BoundedCopy;
import dev.polybot.bot.storage.TemporaryPicture;

import jakarta.servlet.http.HttpServletRequest;

import okhttp3.Response;

import org.jspecify.annotations.Nullable;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;
import org.springframework.util.unit.DataSize;

import java.io.IOException;
import java.io.InputStream;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** Reads the pictures of a request: one as its body, or by its address, or several as parts of a form. */
final class UploadReader {

    private static final String SENDABLE =
            "Send a picture as the body (Content-Type: image/jpeg), or pictures as parts of"
                    + " multipart/form-data.";

    private static final String SPOILT_BY_A_FORM =
            "That is no picture, or one that was changed on its way: curl -d drops some of a file's bytes."
                    + " Send it with -F file=@picture.jpg, or with --data-binary @picture.jpg -H"
                    + " \"Content-Type: image/jpeg\".";

    /** What programs say of bytes of which they know nothing; the last is what curl, wget and urllib say by themselves. */
    private static final List<MediaType> ANY_BYTES =
            List.of(
                    MediaType.APPLICATION_OCTET_STREAM,
                    new MediaType("binary", "octet-stream"),
                    MediaType.APPLICATION_FORM_URLENCODED);

    private final RestLimits limits;
    private final Clock clock;
    private final UploadLimiter limiter;
    private final FormReader forms;
    private final PictureFetcher fetcher;

    /**
     * @param keys how many keys share the room for them
     * @param fetcher of pictures that lie elsewhere
     */
    UploadReader(RestLimits limits, int keys, Clock clock, PictureFetcher fetcher) {
        this.fetcher = fetcher;
        this.limits = limits;
        this.clock = clock;
        this.limiter = new UploadLimiter(limits, keys);
        this.forms = new FormReader(limits.pictures());
    }

    /**
     * The pictures in the request.
     *
     * @param name what the caller calls a picture that is sent as the body; null for no name
     */
    Uploads read(HttpServletRequest request, Caller caller, @Nullable String name)
            throws IOException {
        requirePlain(request.getHeader("Content-Encoding"));
        MediaType type = type(request.getContentType());
        boolean form = type.equalsTypeAndSubtype(MediaType.MULTIPART_FORM_DATA);
        boolean address = type.equalsTypeAndSubtype(MediaType.APPLICATION_JSON);
        if (!form
                && !address
                && !type.getType().equals("image")
                && ANY_BYTES.stream().noneMatch(type::equalsTypeAndSubtype)) {
            throw ProblemException.notAPicture(SENDABLE);
        }
        DataSize most = form ? limits.request() : limits.picture();
        if (request.getContentLengthLong() > most.toBytes()) {
            throw ProblemException.tooLarge(most, form);
        }
        UploadLimiter.Place place = limiter.enter(caller);
        List<Upload> pictures = new ArrayList<>();
        try {
            UploadStream body = stream(request.getInputStream(), place, form);
            if (form) {
                forms.read(body, type, request.getParameterMap().keySet(), this::picture, pictures);
            } else if (address) {
                pictures.add(fetched(AddressBody.read(body), place, name));
            } else {
                pictures.add(body(body, name, type));
            }
            return new Uploads(pictures, place);
        } catch (IOException | RuntimeException e) {
            new Uploads(pictures, place).close();
            throw e;
        }
    }

    private static void requirePlain(@Nullable String coding) {
        if (coding != null && !coding.strip().equalsIgnoreCase("identity")) {
            throw ProblemException.of(
                            ProblemKind.NOT_A_PICTURE,
                            "A body packed as "
                                    + ProblemException.quoted(coding)
                                    + " is not unpacked here. Send the picture as it is, without"
                                    + " Content-Encoding.")
                    .with("Accept-Encoding", "identity");
        }
    }

    /** What is called a form's text and is no picture either was most likely one before its client took it for text. */
    private Upload body(InputStream body, @Nullable String name, MediaType type)
            throws IOException {
        try {
            return picture(body, name, "");
        } catch (ProblemException e) {
            boolean unreadable =
                    e.is(ProblemKind.NOT_A_PICTURE) || e.is(ProblemKind.PICTURE_UNUSABLE);
            if (unreadable && type.equalsTypeAndSubtype(MediaType.APPLICATION_FORM_URLENCODED)) {
                throw ProblemException.notAPicture(SPOILT_BY_A_FORM);
            }
            throw e;
        }
    }

    private UploadStream stream(InputStream body, UploadLimiter.Place place, boolean form) {
        return new UploadStream(
                body, place, clock, form ? limits.request() : limits.picture(), form, time(form));
    }

    /** A picture that lies elsewhere; its name there is its name where the caller gives none. */
    private Upload fetched(String address, UploadLimiter.Place place, @Nullable String name) {
        try (Response there = fetcher.open(address)) {
            List<String> path = there.request().url().pathSegments();
            return picture(
                    stream(Objects.requireNonNull(there.body()).byteStream(), place, false),
                    name == null ? path.getLast() : name,
                    "");
        } catch (IOException e) {
            throw ProblemException.of(
                    ProblemKind.UNPROCESSABLE, "The host broke off in the middle of the picture.");
        }
    }

    /** A form may have so many times the bytes of a picture, and has so many times its time. */
    private Duration time(boolean form) {
        long times = Math.ceilDiv(limits.request().toBytes(), limits.picture().toBytes());
        return form ? limits.uploadTime().multipliedBy(times) : limits.uploadTime();
    }

    /** @param which it is among several, as the beginning of a sentence; empty where there is one */
    private Upload picture(InputStream content, @Nullable String name, String which)
            throws IOException {
        TemporaryPicture picture = TemporaryPicture.create();
        try {
            if (!BoundedCopy.copy(content, picture.file(), limits.picture().toBytes())) {
                throw ProblemException.tooLarge(limits.picture(), false).about(which);
            }
            return judged(picture, name, which);
        } catch (IOException | RuntimeException e) {
            picture.close();
            throw e;
        }
    }

    private static Upload judged(TemporaryPicture picture, @Nullable String name, String which)
            throws IOException {
        try {
            return UploadValidator.of(picture, name);
        } catch (ProblemException e) {
            throw e.about(which);
        }
    }

    /** A parameter that Spring cannot read is none that matters here. */
    private static MediaType type(@Nullable String declared) {
        if (declared == null || declared.isBlank()) {
            return MediaType.APPLICATION_OCTET_STREAM;
        }
        try {
            return MediaType.parseMediaType(declared);
        } catch (InvalidMediaTypeException e) {
            try {
                return MediaType.parseMediaType(declared.replaceFirst(";.*", ""));
            } catch (InvalidMediaTypeException e2) {
                throw ProblemException.notAPicture(SENDABLE);
            }
        }
    }
}
