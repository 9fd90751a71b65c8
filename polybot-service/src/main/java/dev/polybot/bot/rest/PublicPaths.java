package dev.polybot.bot.rest;

import jakarta.servlet.http.HttpServletRequest;

import java.util.Set;

/** What needs no key: the pages, which ask for one themselves, and what is written about the tier. */
final class PublicPaths {

    private static final Set<String> OPEN =
            Set.of("/", "/api", "/openapi.json", "/openapi.yaml", "/favicon.ico");

    private PublicPaths() {}

    static boolean include(HttpServletRequest request) {
        String path = request.getRequestURI();
        boolean reading = Set.of("GET", "HEAD").contains(request.getMethod());
        return reading && (OPEN.contains(path) || path.startsWith("/page/"));
    }
}
