package dev.polybot.bot.rest;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.io.Serial;

/** Lets requests in: those of callers with a key, within their rate, and anybody's for what is no secret. */
public final class AccessFilter extends HttpFilter {

    @Serial private static final long serialVersionUID = 1L;

    private static final String BEARER = "Bearer ";

    private final transient ApiKeys keys;
    private final boolean open;
    private final transient RateLimiter rates;
    private final transient Counter refusals;

    /**
     * Guards a tier.
     *
     * @param open whether no key is needed
     */
    public AccessFilter(ApiKeys keys, boolean open, RateLimiter rates, MeterRegistry meters) {
        this.keys = keys;
        this.open = open;
        this.rates = rates;
        // Counted and not logged: whoever guesses keys must not be able to fill the disk.
        this.refusals = meters.counter("polybot.rest.refused");
    }

    @Override
    protected void doFilter(
            HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        SafeHeaders.set(response);
        try {
            if (open) {
                SameOriginCheck.check(request);
            }
            if (!PublicPaths.include(request)) {
                Caller caller = caller(request);
                rates.take(caller.name()).tell(response);
                caller.attach(request);
            }
        } catch (ProblemException e) {
            Problems.write(response, e.problem());
            return;
        }
        chain.doFilter(request, response);
    }

    private Caller caller(HttpServletRequest request) {
        if (open) {
            return Caller.LOCAL;
        }
        Caller caller = keys.holderOf(presented(request));
        if (caller == null) {
            refusals.increment();
            throw Problem.of(
                            ProblemKind.KEY_NEEDED,
                            "Send your key as \"Authorization: Bearer KEY\" or \"X-API-Key: KEY\".")
                    .with("WWW-Authenticate", "Bearer realm=\"polybot\"")
                    .asException();
        }
        return caller;
    }

    private static @Nullable String presented(HttpServletRequest request) {
        String authorization = request.getHeader("Authorization");
        return authorization != null
                        && authorization.regionMatches(true, 0, BEARER, 0, BEARER.length())
                ? authorization.substring(BEARER.length()).strip()
                : request.getHeader("X-API-Key");
    }
}
