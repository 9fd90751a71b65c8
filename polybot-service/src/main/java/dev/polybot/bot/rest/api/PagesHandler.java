package dev.polybot.bot.rest.api;

import dev.polybot.bot.rest.problems.Problem;
import dev.polybot.bot.rest.problems.ProblemException;
import dev.polybot.bot.rest.problems.ProblemKind;

import org.springframework.web.servlet.function.ServerRequest;
import org.springframework.web.servlet.function.ServerResponse;

import java.io.IOException;
import java.io.InputStream;
import java.util.Map;
import java.util.regex.Pattern;

/** Static files of the classpath's folder {@code page}: the page itself, the page to try the API, their styles and scripts. */
final class PagesHandler {

    private static final Pattern NAME =
            Pattern.compile("([a-z0-9][a-z0-9-]*/)*[a-z0-9-]+\\.[a-z0-9]+");

    private static final Map<String, String> TYPES =
            Map.of(
                    "html", "text/html;charset=UTF-8",
                    "css", "text/css;charset=UTF-8",
                    "js", "text/javascript;charset=UTF-8",
                    "svg", "image/svg+xml",
                    "png", "image/png",
                    "jpg", "image/jpeg",
                    "json", "application/json",
                    "webmanifest", "application/manifest+json");

    ServerResponse home(ServerRequest request) throws IOException {
        return file("index.html");
    }

    ServerResponse tryIt(ServerRequest request) throws IOException {
        return file("api.html");
    }

    ServerResponse icon(ServerRequest request) throws IOException {
        return file("icon.svg");
    }

    ServerResponse file(ServerRequest request) throws IOException {
        return file(request.pathVariable("file").replaceFirst("^/", ""));
    }

    private static ServerResponse file(String name) throws IOException {
        String type = TYPES.get(name.substring(name.lastIndexOf('.') + 1));
        if (type == null || !NAME.matcher(name).matches()) {
            throw notFound();
        }
        try (InputStream content = PagesHandler.class.getResourceAsStream("/page/" + name)) {
            if (content == null) {
                throw notFound();
            }
            return ServerResponse.ok()
                    .header("Content-Type", type)
                    .header("Cache-Control", "no-cache")
                    .body(content.readAllBytes());
        }
    }

    private static ProblemException notFound() {
        return Problem.of(ProblemKind.NOT_FOUND, "There is no such page.").asException();
    }
}
