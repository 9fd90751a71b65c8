package dev.polybot.bot.rest;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.Filter;
import jakarta.servlet.MultipartConfigElement;
import jakarta.servlet.Servlet;
import jakarta.servlet.ServletContext;
import jakarta.servlet.ServletRegistration;

import org.apache.catalina.Context;
import org.apache.catalina.connector.Connector;
import org.apache.catalina.core.StandardHost;
import org.apache.coyote.AbstractProtocol;
import org.apache.coyote.http11.AbstractHttp11Protocol;
import org.apache.tomcat.util.threads.VirtualThreadExecutor;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.Shutdown;
import org.springframework.boot.web.server.WebServer;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.EnumSet;
import java.util.Objects;

/**
 * The tier's own web server: a Tomcat with connections, limits and paths of its own, so that nothing that happens here can
 * be in the webhook's way, and nothing that is there is here.
 */
final class RestServer {

    private static final int CONNECTION_TIMEOUT_MILLIS = 20_000;

    /** Longer than the load balancer's 310 s: who ends a connection first must be the one that knows of the next request. */
    private static final int KEEP_ALIVE_MILLIS = 320_000;

    private static final int SPARE_CONNECTIONS = 1000;
    private static final int BACKLOG = 1024;

    /** What is read and thrown away of a body that is refused, so that its sender gets to hear why. */
    private static final int MAX_SWALLOW = 32 * 1024 * 1024;

    /** Fields of a form that are no pictures. */
    private static final int OTHER_PARTS = 20;

    private final RestSettings settings;

    RestServer(RestSettings settings) {
        this.settings = settings;
    }

    /** A server that is not started yet. */
    WebServer of(Servlet servlet, Filter access) throws UnknownHostException {
        TomcatServletWebServerFactory factory =
                new TomcatServletWebServerFactory(Objects.requireNonNull(settings.port()));
        if (!settings.address().isBlank()) {
            factory.setAddress(InetAddress.getByName(settings.address()));
        }
        factory.setShutdown(Shutdown.GRACEFUL);
        factory.addConnectorCustomizers(this::limit);
        factory.addContextCustomizers(RestServer::quiet);
        return factory.getWebServer(context -> register(context, servlet, access));
    }

    private void limit(Connector connector) {
        RestLimits limits = settings.limits();
        connector.setMaxPartCount(limits.pictures() + OTHER_PARTS);
        connector.setXpoweredBy(false);
        if (connector.getProtocolHandler() instanceof AbstractProtocol<?> protocol) {
            protocol.setMaxConnections(limits.waiting() + limits.uploads() + SPARE_CONNECTIONS);
            protocol.setConnectionTimeout(CONNECTION_TIMEOUT_MILLIS);
            protocol.setKeepAliveTimeout(KEEP_ALIVE_MILLIS);
            protocol.setAcceptCount(BACKLOG);
            protocol.setExecutor(new VirtualThreadExecutor("rest-"));
        }
        if (connector.getProtocolHandler() instanceof AbstractHttp11Protocol<?> http) {
            http.setMaxSwallowSize(MAX_SWALLOW);
        }
    }

    /** What Tomcat itself refuses, it refuses without a page about itself. */
    private static void quiet(Context context) {
        if (context.getParent() instanceof StandardHost host) {
            host.setErrorReportValveClass(ProblemErrorValve.class.getName());
        }
    }

    private void register(ServletContext context, Servlet servlet, Filter access) {
        RestLimits limits = settings.limits();
        context.addFilter("access", access)
                .addMappingForUrlPatterns(EnumSet.of(DispatcherType.REQUEST), false, "/*");
        ServletRegistration.Dynamic registration = context.addServlet("rest", servlet);
        registration.addMapping("/");
        // Every part goes to a file: none is kept in memory, however small.
        registration.setMultipartConfig(
                new MultipartConfigElement(
                        "", limits.picture().toBytes(), limits.request().toBytes(), 0));
    }
}
