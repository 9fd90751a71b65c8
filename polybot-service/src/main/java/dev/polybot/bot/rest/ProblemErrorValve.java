package dev.polybot.bot.rest;

import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ErrorReportValve;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;

import java.io.EOFException;
import java.io.IOException;

/** Answers what Tomcat refuses by itself, such as a malformed address, with a problem too. */
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
            ProblemDetail problem = problem(status, fault);
            response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
            response.getOutputStream().write(RestConfiguration.JSON.writeValueAsBytes(problem));
            response.finishResponse();
        } catch (IOException | IllegalStateException e) {
            // Nobody is there to be told.
        }
    }

    /** A body that ends before its end has its response taken out of our code's hands. */
    private static ProblemDetail problem(int status, @Nullable Throwable fault) {
        return fault instanceof EOFException
                ? ProblemException.cutOff().getBody()
                : ProblemException.body(HttpStatusCode.valueOf(status));
    }
}
