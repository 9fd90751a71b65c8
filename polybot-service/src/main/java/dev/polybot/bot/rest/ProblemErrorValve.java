package dev.polybot.bot.rest;

import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ErrorReportValve;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;

import tools.jackson.databind.json.JsonMapper;

import java.io.IOException;
import java.util.Map;
import java.util.TreeMap;

/** Answers what Tomcat refuses before any of our code sees it, such as a malformed address, with a problem too. */
public final class ProblemErrorValve extends ErrorReportValve {

    private static final int FIRST_ERROR = 400;

    @Override
    protected void report(Request request, Response response, @Nullable Throwable fault) {
        int status = response.getStatus();
        if (status < FIRST_ERROR
                || response.getContentWritten() > 0
                || !response.setErrorReported()) {
            return;
        }
        try {
            ProblemDetail problem = ProblemException.body(HttpStatusCode.valueOf(status));
            Map<String, Object> members = new TreeMap<>();
            members.put("type", String.valueOf(problem.getType()));
            members.put("title", String.valueOf(problem.getTitle()));
            members.put("status", status);
            members.put("detail", String.valueOf(problem.getDetail()));
            response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
            response.getOutputStream().write(JsonMapper.shared().writeValueAsBytes(members));
            response.finishResponse();
        } catch (IOException | IllegalStateException e) {
            // Nobody is there to be told.
        }
    }
}
