package dev.polybot.bot.rest;

import jakarta.servlet.http.HttpServletResponse;

/**
 * The headers {@code RateLimit-Policy} and {@code RateLimit} (IETF httpapi's draft): their values, and how they are written.
 *
 * @param limit requests
 * @param window in so many seconds
 * @param left what is left of them
 * @param reset seconds until all of them are there again
 */
record RateLimitHeaders(int limit, int window, int left, int reset) {

    void tell(HttpServletResponse response) {
        response.setHeader("RateLimit-Policy", policy());
        response.setHeader("RateLimit", state());
    }

    ProblemException on(ProblemException problem) {
        return problem.with("RateLimit-Policy", policy()).with("RateLimit", state());
    }

    private String policy() {
        return "\"key\";q=" + limit + ";w=" + window;
    }

    private String state() {
        return "\"key\";r=" + left + ";t=" + reset;
    }
}
