package dev.polybot.bot.rest;

import static java.util.stream.Collectors.joining;

import dev.polybot.bot.storage.TransientFailures;
import dev.polybot.observability.ExceptionSummary;

import org.apache.tomcat.util.http.InvalidParameterException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.MessageSourceResolvable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.HttpRequestMethodNotSupportedException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.context.request.WebRequest;
import org.springframework.web.method.annotation.HandlerMethodValidationException;
import org.springframework.web.servlet.NoHandlerFoundException;
import org.springframework.web.servlet.mvc.method.annotation.ResponseEntityExceptionHandler;
import org.springframework.web.servlet.resource.NoResourceFoundException;

import software.amazon.awssdk.core.exception.SdkException;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.time.Duration;
import java.util.Set;
import java.util.TreeSet;

/** Maps exceptions to problem responses, and logs those that are the service's own fault. */
@RestControllerAdvice
class ProblemAdvice extends ResponseEntityExceptionHandler {

    private static final Logger log = LoggerFactory.getLogger(ProblemAdvice.class);

    @ExceptionHandler({SdkException.class, UncheckedIOException.class})
    @Nullable ResponseEntity<Object> unavailable(Exception e, WebRequest request) {
        log.warn("A request could not be served: {}", ExceptionSummary.of(e));
        return answer(
                ProblemException.of(
                                ProblemKind.UNAVAILABLE,
                                "Something that Polybot needs does not answer. Try again in a"
                                        + " moment.")
                        .retryAfter(Duration.ofSeconds(3)),
                request);
    }

    /** The other side has gone, or its body ended before its end. */
    @ExceptionHandler(IOException.class)
    @Nullable ResponseEntity<Object> cutOff(IOException e, WebRequest request) {
        return answer(ProblemException.cutOff(), request);
    }

    @ExceptionHandler(InvalidParameterException.class)
    @Nullable ResponseEntity<Object> malformed(InvalidParameterException e, WebRequest request) {
        String fault =
                switch (e.getCause()) {
                    case null ->
                            "The query has a value without a parameter's name, or too many parameters.";
                    case CharacterCodingException _ ->
                            "The query has bytes that are no UTF-8: write \u00e4 as %C3%A4, for example.";
                    default -> "The query has a % that is not followed by two hexadecimal digits.";
                };
        return answer(ProblemKind.MALFORMED, fault, request);
    }

    @ExceptionHandler(Exception.class)
    @Nullable ResponseEntity<Object> broken(Exception e, WebRequest request) {
        if (TransientFailures.isTransient(e)) {
            return unavailable(e, request);
        }
        log.error("A request failed: {}", ExceptionSummary.of(e));
        return answer(
                ProblemKind.BROKEN,
                "That is our fault. If it happens again, please tell those who run this Polybot.",
                request);
    }

    @Override
    protected @Nullable ResponseEntity<Object> handleNoHandlerFoundException(
            NoHandlerFoundException e,
            HttpHeaders headers,
            HttpStatusCode status,
            WebRequest request) {
        return answer(
                ProblemKind.NOT_FOUND,
                "There is nothing at this address; /openapi.yaml says what is where.",
                request);
    }

    @Override
    protected @Nullable ResponseEntity<Object> handleNoResourceFoundException(
            NoResourceFoundException e,
            HttpHeaders headers,
            HttpStatusCode status,
            WebRequest request) {
        return answer(ProblemKind.NOT_FOUND, "There is no such page.", request);
    }

    /** Whoever may read may ask for the head alone, too. */
    @Override
    protected @Nullable ResponseEntity<Object> handleHttpRequestMethodNotSupported(
            HttpRequestMethodNotSupportedException e,
            HttpHeaders headers,
            HttpStatusCode status,
            WebRequest request) {
        Set<String> methods = new TreeSet<>();
        Set<HttpMethod> supported = e.getSupportedHttpMethods();
        if (supported != null) {
            supported.forEach(method -> methods.add(method.name()));
        }
        if (methods.contains("GET")) {
            methods.add("HEAD");
        }
        String allowed = String.join(", ", methods);
        return answer(
                ProblemException.of(
                                ProblemKind.METHOD_NOT_ALLOWED, "Here goes " + allowed + " only.")
                        .with("Allow", allowed),
                request);
    }

    /** Each constraint's message is a sentence about its parameter. */
    @Override
    protected @Nullable ResponseEntity<Object> handleHandlerMethodValidationException(
            HandlerMethodValidationException e,
            HttpHeaders headers,
            HttpStatusCode status,
            WebRequest request) {
        return answer(
                ProblemKind.UNPROCESSABLE,
                e.getAllErrors().stream()
                        .map(MessageSourceResolvable::getDefaultMessage)
                        .distinct()
                        .collect(joining(" ")),
                request);
    }

    private @Nullable ResponseEntity<Object> answer(
            ProblemKind kind, String detail, WebRequest request) {
        return answer(ProblemException.of(kind, detail), request);
    }

    private @Nullable ResponseEntity<Object> answer(ProblemException e, WebRequest request) {
        return handleExceptionInternal(e, e.getBody(), e.getHeaders(), e.getStatusCode(), request);
    }

    /**
     * The bytes themselves: whatever the caller says that it accepts, a problem is told as one. It is without the address that
     * Spring would add, which only repeats what was asked.
     */
    @Override
    protected ResponseEntity<Object> createResponseEntity(
            @Nullable Object body, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        HttpHeaders all = new HttpHeaders();
        all.putAll(headers);
        all.setContentType(MediaType.APPLICATION_PROBLEM_JSON);
        all.setCacheControl("no-store");
        boolean ours =
                body instanceof ProblemDetail detail
                        && String.valueOf(detail.getType()).startsWith("urn:");
        Object problem = ours ? body : ProblemException.body(status);
        return new ResponseEntity<>(RestConfiguration.JSON.writeValueAsBytes(problem), all, status);
    }
}
