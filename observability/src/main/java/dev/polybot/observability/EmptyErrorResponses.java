package dev.polybot.observability;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;

import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.core.StandardHost;
import org.apache.catalina.valves.ErrorReportValve;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * Answers errors with a status and no body: neither a page nor a document tells what went wrong inside, nor which server
 * refused what never came to us. A service imports it, so that it comes before Spring Boot's own.
 */
@RestController
public class EmptyErrorResponses
        implements ErrorController, WebServerFactoryCustomizer<TomcatServletWebServerFactory> {

    @RequestMapping("/error")
    ResponseEntity<Void> status(HttpServletRequest request) {
        return request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE) instanceof Integer status
                ? ResponseEntity.status(status).build()
                : ResponseEntity.notFound().build();
    }

    @Override
    public void customize(TomcatServletWebServerFactory server) {
        server.addContextCustomizers(
                context -> {
                    if (context.getParent() instanceof StandardHost host) {
                        host.setErrorReportValveClass(Valve.class.getName());
                    }
                });
    }

    /** Tells nothing, and has no other valve tell anything after it. */
    public static final class Valve extends ErrorReportValve {

        @Override
        protected void report(Request request, Response response, @Nullable Throwable fault) {
            response.setErrorReported();
        }
    }
}
