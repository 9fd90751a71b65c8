package dev.polybot.bot.updates;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

import java.io.IOException;
import java.util.Set;

/**
 * Answers 404 to every path of the webhook's server outside a fixed list. Whatever else a framework answers to, now or after its next version, is
 * not there.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
class PathAllowlistFilter extends OncePerRequestFilter {

    private static final Set<String> OPEN =
            Set.of("/telegram/webhook", "/livez", "/readyz", "/healthz");

    @Override
    protected void doFilterInternal(
            HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (OPEN.contains(request.getRequestURI())) {
            chain.doFilter(request, response);
        } else {
            response.setStatus(HttpServletResponse.SC_NOT_FOUND);
        }
    }
}
