package dev.polybot.bot.rest;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.jspecify.annotations.Nullable;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.servlet.HandlerExceptionResolver;

import java.io.IOException;
import java.util.Set;

/**
 * Guards the REST tier: authenticates callers by key, limits their rates, lets anybody read the public pages, and sets the
 * security headers.
 */
final class AccessFilter extends OncePerRequestFilter {

    private static final String BEARER = "Bearer ";

    /** What needs no key: the pages, which ask for one themselves, and what is written about the tier. */
    private static final Set<String> PUBLIC =
            Set.of("/", "/api", "/openapi.json", "/openapi.yaml", "/favicon.ico");

    /** Nothing of the tier is loaded from elsewhere or shown within other pages. */
    private static final String CONTENT_POLICY =
            "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self';"
                    + " img-src 'self' blob: data:; base-uri 'none'; form-action 'none';"
                    + " frame-ancestors 'none'";

    private final ApiKeys keys;
    private final boolean open;
    private final WrongKeyLimiter wrongKeys;
    private final RateLimiter rates;
    private final HandlerExceptionResolver problems;
    private final Counter refusals;

    /**
     * @param open whether no key is needed
     * @param problems tells callers what went wrong
     */
    AccessFilter(
            ApiKeys keys,
            boolean open,
            WrongKeyLimiter wrongKeys,
            RateLimiter rates,
            HandlerExceptionResolver problems,
            MeterRegistry meters) {
        this.keys = keys;
        this.open = open;
        this.wrongKeys = wrongKeys;
        this.rates = rates;
        this.problems = problems;
        // Counted and not logged: whoever guesses keys must not be able to fill the disk.
        this.refusals = meters.counter("polybot.rest.refused");
    }

    @Override
    protected void doFilterInternal(
            HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.setHeader("Referrer-Policy", "no-referrer");
        response.setHeader("Content-Security-Policy", CONTENT_POLICY);
        response.setHeader("Cross-Origin-Resource-Policy", "same-origin");
        try {
            if (open) {
                SameOriginCheck.check(request);
            }
            if (!isPublic(request)) {
                Caller caller = open ? Caller.LOCAL : holder(request);
                rates.take(caller.name()).tell(response);
                request.setAttribute(Caller.ATTRIBUTE, caller);
            }
        } catch (ProblemException e) {
            problems.resolveException(request, response, null, e);
            return;
        }
        chain.doFilter(request, response);
    }

    private static boolean isPublic(HttpServletRequest request) {
        String path = request.getRequestURI();
        boolean reading = Set.of("GET", "HEAD").contains(request.getMethod());
        return reading && (PUBLIC.contains(path) || path.startsWith("/page/"));
    }

    private Caller holder(HttpServletRequest request) {
        String key = presented(request);
        if (key != null) {
            Caller caller = wrongKeys.check(request.getRemoteAddr(), key, keys);
            if (caller != null) {
                return caller;
            }
        }
        refusals.increment();
        throw ProblemException.of(
                        ProblemKind.KEY_NEEDED,
                        "Send your key as \"Authorization: Bearer KEY\" or \"X-API-Key: KEY\".")
                .with("WWW-Authenticate", "Bearer realm=\"polybot\"");
    }

    private static @Nullable String presented(HttpServletRequest request) {
        String authorization = request.getHeader("Authorization");
        return authorization != null
                        && authorization.regionMatches(true, 0, BEARER, 0, BEARER.length())
                ? authorization.substring(BEARER.length()).strip()
                : request.getHeader("X-API-Key");
    }
}
