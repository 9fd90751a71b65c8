package dev.polybot.local.telegram.http;

import com.sun.net.httpserver.Filter;
import com.sun.net.httpserver.HttpExchange;

import dev.polybot.local.http.LocalCallers;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.net.URI;

/**
 * Lets in only what was addressed to this machine by a name that is its own and, when a browser sent it, only what a page of
 * ours sent. A page from elsewhere cannot talk to the stand-in, neither directly nor by a name that it makes resolve to
 * loopback.
 */
public final class HostHeaderFilter extends Filter {

    private final LocalCallers callers;

    /**
     * Lets in.
     *
     * @param name a name besides those of loopback; null for none
     */
    public HostHeaderFilter(@Nullable String name) {
        this.callers = new LocalCallers(name);
    }

    @Override
    public void doFilter(HttpExchange exchange, Chain chain) throws IOException {
        String host = exchange.getRequestHeaders().getFirst("Host");
        String origin = exchange.getRequestHeaders().getFirst("Origin");
        String site = exchange.getRequestHeaders().getFirst("Sec-Fetch-Site");
        if (callers.know(host) && isFromOurPage(host, origin, site)) {
            chain.doFilter(exchange);
        } else {
            try (exchange) {
                Answers.json(exchange, 403, Answers.error(403, "Forbidden: only for this machine"));
            }
        }
    }

    @Override
    public String description() {
        return "only for this machine";
    }

    private static boolean isFromOurPage(
            @Nullable String host, @Nullable String origin, @Nullable String site) {
        boolean navigatedOrSame = site == null || site.equals("same-origin") || site.equals("none");
        return navigatedOrSame
                && (origin == null || URI.create("http://" + host).equals(address(origin)));
    }

    private static @Nullable URI address(String origin) {
        try {
            return URI.create(origin);
        } catch (IllegalArgumentException e) {
            return null;
        }
    }
}
