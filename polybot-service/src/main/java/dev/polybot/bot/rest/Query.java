package dev.polybot.bot.rest;

import static java.nio.charset.StandardCharsets.UTF_8;

import org.springframework.web.servlet.function.ServerRequest;

import java.net.URLDecoder;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The query's parameters. The servlet's own are not asked for: to find them it reads the whole body of a form, before anybody
 * has said that there is room for it.
 */
final class Query {

    private final Map<String, String> parameters = new HashMap<>();

    private Query() {}

    static Query of(ServerRequest request) {
        Query query = new Query();
        String text = request.servletRequest().getQueryString();
        if (text != null && !text.isEmpty()) {
            for (String parameter : text.split("&", -1)) {
                int equals = parameter.indexOf('=');
                String name = equals < 0 ? parameter : parameter.substring(0, equals);
                String value = equals < 0 ? "" : parameter.substring(equals + 1);
                query.parameters.putIfAbsent(decoded(name), decoded(value));
            }
        }
        return query;
    }

    Optional<String> get(String name) {
        return Optional.ofNullable(parameters.get(name));
    }

    private static String decoded(String text) {
        try {
            return URLDecoder.decode(text, UTF_8);
        } catch (IllegalArgumentException e) {
            throw Problem.of(
                            ProblemKind.MALFORMED,
                            "The query has a % that is not followed by two hexadecimal digits.")
                    .asException();
        }
    }
}
