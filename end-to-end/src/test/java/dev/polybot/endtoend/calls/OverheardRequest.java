package dev.polybot.endtoend.calls;

import com.sun.net.httpserver.Headers;

import java.net.URI;

/** A request on its way from a service to AWS. */
public record OverheardRequest(String method, URI uri, Headers headers, byte[] body) {}
