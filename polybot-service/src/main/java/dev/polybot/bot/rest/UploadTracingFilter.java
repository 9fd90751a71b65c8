package dev.polybot.bot.rest;

import dev.polybot.observability.Traces;

import io.opentelemetry.api.trace.SpanKind;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.web.filter.OncePerRequestFilter;

import java.io.IOException;

/** Begins the trace of a picture that is uploaded over REST. */
final class UploadTracingFilter extends OncePerRequestFilter {

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return !request.getMethod().equals("POST");
    }

    @Override
    protected void doFilterInternal(
            HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        try (var _ = Traces.beginTrace("rest upload", SpanKind.SERVER)) {
            chain.doFilter(request, response);
            if (response.getStatus() >= 500) {
                Traces.failed("HTTP " + response.getStatus());
            }
        }
    }
}
