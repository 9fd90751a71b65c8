package dev.polybot.local.emulators;

import static org.assertj.core.api.Assertions.assertThat;

import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.util.Callback;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

class LoopbackServerTests {

    private Server server;

    @BeforeEach
    void start() throws Exception {
        server = LoopbackServer.start(new BindAddress("127.0.0.1", "aws"), 0, new Welcome());
    }

    @AfterEach
    void stop() throws Exception {
        server.stop();
    }

    @ParameterizedTest
    @CsvSource({
        "Host: 127.0.0.1:4566, 200",
        "Host: localhost, 200",
        "Host: aws:4566, 200",
        "Host: 127.0.0.1|Sec-Fetch-Site: none, 200",
        "Host: evil.example, 403",
        "Host: evil.example:4566, 403",
        "Host: 127.0.0.1.evil.example, 403",
        "Host: 127.0.0.1|Origin: https://evil.example, 403",
        "Host: 127.0.0.1|Origin: null, 403",
        "Host: 127.0.0.1|Sec-Fetch-Site: cross-site, 403",
    })
    void programsOfThisMachineAreServedAndWebPagesAreNot(String headers, int status)
            throws Exception {
        String request = "GET / HTTP/1.1\r\n" + headers.replace("|", "\r\n") + "\r\n";
        try (Socket socket =
                new Socket(InetAddress.getLoopbackAddress(), server.getURI().getPort())) {
            socket.getOutputStream()
                    .write(
                            (request + "Connection: close\r\n\r\n")
                                    .getBytes(StandardCharsets.UTF_8));
            String answer =
                    new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

            assertThat(answer).startsWith("HTTP/1.1 " + status);
        }
    }

    private static final class Welcome extends Handler.Abstract {

        @Override
        public boolean handle(Request request, Response response, Callback callback) {
            callback.succeeded();
            return true;
        }
    }
}
