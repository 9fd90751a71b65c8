package dev.polybot.bot.rest;

import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.ProblemDetail;
import org.springframework.util.unit.DataSize;
import org.springframework.web.ErrorResponseException;

import java.io.Serial;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;

/** Ends a request with a problem response (RFC 9457). It is no fault of ours and carries no stack. */
final class ProblemException extends ErrorResponseException {

    @Serial private static final long serialVersionUID = 1L;

    private static final int SHOWN = 40;

    private static final String CUT_OFF =
            "The request's body was cut off on its way. Send it again.";

    private static final String SENDABLE =
            "image/jpeg, image/png, image/gif, image/webp, image/bmp, multipart/form-data";

    private ProblemException(ProblemKind kind, String detail) {
        super(HttpStatus.valueOf(kind.status()), body(kind, detail), null);
    }

    /**
     * A problem.
     *
     * @param kind what went wrong, for programs
     * @param detail what happened and what to do about it, for people, without anything internal
     */
    static ProblemException of(ProblemKind kind, String detail) {
        return new ProblemException(kind, detail);
    }

    /** What was sent is none of what is taken, which its response names. */
    static ProblemException notAPicture(String detail) {
        return of(ProblemKind.NOT_A_PICTURE, detail).with("Accept", SENDABLE);
    }

    /** More bytes than are taken, of a picture or of a whole form. */
    static ProblemException tooLarge(DataSize limit, boolean form) {
        return of(
                ProblemKind.TOO_LARGE,
                (form ? "A request may have up to " : "A picture may have up to ")
                        + limit.toMegabytes()
                        + " MB. Send "
                        + (form ? "fewer pictures at once." : "a smaller one."));
    }

    /** Less of the body came than was promised. */
    static ProblemException cutOff() {
        return of(ProblemKind.MALFORMED, CUT_OFF);
    }

    static ProblemDetail body(ProblemKind kind, String detail) {
        ProblemDetail body =
                ProblemDetail.forStatusAndDetail(HttpStatus.valueOf(kind.status()), detail);
        body.setType(URI.create(kind.type()));
        body.setTitle(kind.title());
        return body;
    }

    /**
     * A refusal by the web server or the framework, of which the status alone is known. One that no kind stands for has no type
     * of its own: its title is the status's name. Source: RFC 9457, 4.2.1.
     */
    static ProblemDetail body(HttpStatusCode status) {
        String detail =
                switch (status.value()) {
                    case 400 ->
                            "The request is no valid HTTP, or more than 8 kB are before its body. In an address,"
                                    + " write what is no ASCII letter or digit as its UTF-8 bytes, such as"
                                    + " %D9%A1.";
                    case 405 -> "No address takes this method; /openapi.yaml says what each takes.";
                    case 408 ->
                            "The request's body stopped coming before its end: it is shorter than its"
                                    + " Content-Length says, or was sent too slowly. Send it again.";
                    case 416, 417 ->
                            "A header asks for something that is not done here. Leave it out.";
                    case 503 -> "That is not possible right now. Try again in a moment.";
                    case 501, 505 ->
                            "Ask in HTTP/1.1, with a body that is sent as it is or in chunks.";
                    default ->
                            status.is5xxServerError()
                                    ? "That is our fault. Please tell those who run this Polybot."
                                    : "That is not taken here; /openapi.yaml says what is.";
                };
        ProblemDetail body = ProblemDetail.forStatusAndDetail(status, detail);
        Optional<ProblemKind> kind = ProblemKind.of(status.value());
        body.setType(URI.create(kind.map(ProblemKind::type).orElse("about:blank")));
        kind.ifPresent(known -> body.setTitle(known.title()));
        return body;
    }

    /** A name that somebody sent, as a sentence shows it. */
    static String quoted(String name) {
        return '"' + (name.length() > SHOWN ? name.substring(0, SHOWN) + "..." : name) + '"';
    }

    /**
     * The same, said of one of several.
     *
     * @param which it is, as the beginning of the sentence; empty where there is one alone
     */
    ProblemException about(String which) {
        getBody().setDetail(which + getBody().getDetail());
        return this;
    }

    boolean is(ProblemKind kind) {
        return URI.create(kind.type()).equals(getBody().getType());
    }

    /** The same with a header more. */
    ProblemException with(String header, String value) {
        getHeaders().set(header, value);
        return this;
    }

    /** The same, worth another try after this time. */
    ProblemException retryAfter(Duration wait) {
        return with("Retry-After", Long.toString(Math.max(1, wait.toSeconds())));
    }

    @Override
    public synchronized Throwable fillInStackTrace() {
        return this;
    }
}
