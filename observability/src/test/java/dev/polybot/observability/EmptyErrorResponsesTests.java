package dev.polybot.observability;

import static org.assertj.core.api.Assertions.assertThat;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServer;

import java.io.IOException;
import java.net.Socket;

class EmptyErrorResponsesTests {

    @ParameterizedTest
    @ValueSource(strings = {"/%zz", "/a%2fb", "/nothing", "/[", "/\\"})
    void whatTheServerItselfRefusesHasAStatusAndNothingMore(String path) throws Exception {
        TomcatServletWebServerFactory factory = new TomcatServletWebServerFactory(0);
        new EmptyErrorResponses().customize(factory);
        WebServer server = factory.getWebServer();
        server.start();
        try {
            String answer = ask(server.getPort(), path);
            assertThat(answer).startsWith("HTTP/1.1 4").doesNotContain("<", "Tomcat");
            assertThat(answer.substring(answer.indexOf("\r\n\r\n"))).isBlank();
        } finally {
            server.stop();
            server.destroy();
        }
    }

    private static String ask(int port, String path) throws IOException {
        try (Socket socket = new Socket("127.0.0.1", port)) {
            socket.getOutputStream()
                    .write(
                            ("GET " + path + " HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n")
                                    .getBytes(ISO_8859_1));
            return new String(socket.getInputStream().readAllBytes(), ISO_8859_1);
        }
    }
}
