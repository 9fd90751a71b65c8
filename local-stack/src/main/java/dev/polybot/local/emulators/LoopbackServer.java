package dev.polybot.local.emulators;

import dev.polybot.local.http.LocalCallers;

import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.http.UriCompliance;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.util.thread.QueuedThreadPool;

/** A web server for an emulator, at the address given and for programs alone: what a web page sends is refused. */
final class LoopbackServer {

    private static final int MOST_THREADS = 64;
    private static final int LEAST_THREADS = 4;

    private LoopbackServer() {}

    /**
     * Starts it.
     *
     * @param port 0 for any that is free
     */
    static Server start(BindAddress bind, int port, Handler handler) throws Exception {
        Server server = new Server(new QueuedThreadPool(MOST_THREADS, LEAST_THREADS));
        HttpConfiguration configuration = new HttpConfiguration();
        configuration.setUriCompliance(UriCompliance.UNSAFE);
        configuration.setSendServerVersion(false);
        ServerConnector connector =
                new ServerConnector(server, 1, 1, new HttpConnectionFactory(configuration));
        connector.setHost(bind.address());
        connector.setPort(port);
        server.addConnector(connector);
        server.setHandler(new ProgramsOnly(new LocalCallers(bind.name()), handler));
        server.start();
        return server;
    }

    private static final class ProgramsOnly extends Handler.Wrapper {

        private final LocalCallers callers;

        private ProgramsOnly(LocalCallers callers, Handler handler) {
            super(handler);
            this.callers = callers;
        }

        @Override
        public boolean handle(Request request, Response response, Callback callback)
                throws Exception {
            String host = request.getHeaders().get(HttpHeader.HOST);
            String site = request.getHeaders().get("Sec-Fetch-Site");
            boolean ofPage =
                    request.getHeaders().contains(HttpHeader.ORIGIN)
                            || (site != null && !site.equals("none"));
            if (ofPage || !callers.know(host)) {
                Response.writeError(request, response, callback, HttpStatus.FORBIDDEN_403);
                return true;
            }
            return super.handle(request, response, callback);
        }
    }
}
