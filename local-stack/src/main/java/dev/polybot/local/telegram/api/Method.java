package dev.polybot.local.telegram.api;

import dev.polybot.local.telegram.http.Form;

import tools.jackson.databind.JsonNode;

import java.io.IOException;

/** One method of the Bot API: parameters in, result out. */
@FunctionalInterface
interface Method {

    JsonNode call(Form form) throws IOException, InterruptedException;
}
