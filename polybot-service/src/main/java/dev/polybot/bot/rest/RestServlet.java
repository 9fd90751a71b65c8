package dev.polybot.bot.rest;

import com.fasterxml.jackson.annotation.JsonInclude;

import dev.polybot.bot.faults.LogMessages;
import dev.polybot.bot.pictures.PictureStore;
import dev.polybot.model.storage.ObjectKeys;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.converter.ByteArrayHttpMessageConverter;
import org.springframework.http.converter.HttpMessageConverter;
import org.springframework.http.converter.StringHttpMessageConverter;
import org.springframework.http.converter.json.JacksonJsonHttpMessageConverter;
import org.springframework.web.servlet.function.HandlerFunction;
import org.springframework.web.servlet.function.RouterFunction;
import org.springframework.web.servlet.function.ServerRequest;
import org.springframework.web.servlet.function.ServerResponse;

import software.amazon.awssdk.core.exception.SdkException;

import tools.jackson.databind.json.JsonMapper;

import java.io.IOException;
import java.io.Serial;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.List;

/** Hands requests to their handlers. Whatever goes wrong in one becomes a problem, and what is ours to mend a line in the log. */
public final class RestServlet extends HttpServlet {

    @Serial private static final long serialVersionUID = 1L;

    private static final Logger log = LoggerFactory.getLogger(RestServlet.class);

    /** What is not known is not there. */
    private static final JsonMapper JSON =
            JsonMapper.builder()
                    .changeDefaultPropertyInclusion(
                            inclusion -> inclusion.withValueInclusion(JsonInclude.Include.NON_NULL))
                    .build();

    private static final List<HttpMessageConverter<?>> CONVERTERS =
            List.of(
                    new ByteArrayHttpMessageConverter(),
                    new StringHttpMessageConverter(StandardCharsets.UTF_8),
                    new JacksonJsonHttpMessageConverter(JSON));

    private final transient RouterFunction<ServerResponse> routes;

    public RestServlet(
            RestSettings settings,
            PictureArchive archive,
            WaitLimiter waiting,
            PictureStore pictures,
            ObjectKeys keys,
            Clock clock) {
        UploadReader uploads = new UploadReader(settings.limits(), clock);
        this.routes =
                Routes.to(
                        new SubmitHandler(uploads, archive, waiting),
                        new StatusHandler(archive.records()),
                        new ImageHandler(archive.records(), pictures, keys),
                        new EventsHandler(archive.records(), waiting, JSON),
                        new CompatHandler(
                                uploads,
                                archive,
                                waiting,
                                settings.compatResult(),
                                settings.limits().compatWait()),
                        new PageHandler(settings),
                        new DocumentHandler());
    }

    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        try {
            respond(request, response);
        } catch (ProblemException e) {
            Problems.write(response, e.problem());
        } catch (SdkException | UncheckedIOException e) {
            log.warn("A request could not be served: {}", LogMessages.inWords(e));
            Problems.write(
                    response,
                    Problem.of(
                                    ProblemKind.UNAVAILABLE,
                                    "Something that Polybot needs does not answer. Try again in a moment.")
                            .retryAfter(Duration.ofSeconds(3)));
        } catch (IOException e) {
            // The other side has gone, or its body ended before its end.
            Problems.write(
                    response, Problem.of(ProblemKind.MALFORMED, "The request's body was cut off."));
        } catch (Exception e) {
            log.error("A request failed: {}", LogMessages.inWords(e));
            Problems.write(
                    response,
                    Problem.of(
                            ProblemKind.BROKEN,
                            "That is our fault. If it happens again, please tell those who run this Polybot."));
        }
    }

    private void respond(HttpServletRequest servletRequest, HttpServletResponse response)
            throws Exception {
        ServerRequest request = ServerRequest.create(servletRequest, CONVERTERS);
        HandlerFunction<ServerResponse> handler =
                routes.route(request)
                        .orElseThrow(
                                () ->
                                        Problem.of(
                                                        ProblemKind.NOT_FOUND,
                                                        "There is nothing at this address; /openapi.yaml says what"
                                                                + " is where.")
                                                .asException());
        write(handler.handle(request), servletRequest, response);
    }

    private static void write(
            ServerResponse answer, HttpServletRequest request, HttpServletResponse response)
            throws ServletException, IOException {
        answer.writeTo(request, response, () -> CONVERTERS);
    }
}
