package dev.polybot.local.balancing;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.List;

class RoundRobinTests {

    private final HttpClient http = HttpClient.newHttpClient();
    private final List<HttpServer> instances = new ArrayList<>();
    private RoundRobin balancer;

    @BeforeEach
    void startThree() throws IOException {
        for (String name : List.of("a", "b", "c")) {
            instances.add(instance(name));
        }
        balancer = RoundRobin.before(instances.stream().map(RoundRobinTests::address).toList());
    }

    @AfterEach
    void stopAll() {
        balancer.close();
        instances.forEach(instance -> instance.stop(0));
        http.close();
    }

    @Test
    void theInstancesTakeRequestsInTurn() throws Exception {
        assertThat(List.of(body(), body(), body(), body())).containsExactly("a", "b", "c", "a");
    }

    @Test
    void anInstanceThatIsGoneIsPassedOverAndOneThatIsBackHasItsTurnAgain() throws Exception {
        HttpServer gone = instances.get(1);
        gone.stop(0);
        assertThat(List.of(body(), body(), body())).containsExactly("a", "c", "c");

        instances.set(1, instance("b", gone.getAddress().getPort()));
        assertThat(List.of(body(), body(), body())).containsExactly("a", "b", "c");
    }

    @Test
    void withoutAnyInstanceItSaysSo() throws Exception {
        instances.forEach(instance -> instance.stop(0));

        assertThat(send(post("/", "x")).statusCode()).isEqualTo(503);
    }

    /** How much of the request had its effect nobody knows, so that another instance must not have it. */
    @Test
    void anInstanceThatDiesOverARequestLeavesItToTheCallerToAskAgain() throws Exception {
        try (ServerSocket dying = new ServerSocket(0, 0, InetAddress.getLoopbackAddress());
                RoundRobin one =
                        RoundRobin.before(
                                List.of(URI.create("http://127.0.0.1:" + dying.getLocalPort())))) {
            Thread.startVirtualThread(
                    () -> {
                        try (Socket request = dying.accept()) {
                            request.getInputStream().read();
                        } catch (IOException e) {
                            // The test sees no answer then.
                        }
                    });
            HttpRequest request =
                    HttpRequest.newBuilder(one.address())
                            .POST(BodyPublishers.ofString("x"))
                            .build();

            assertThat(send(request).statusCode()).isEqualTo(502);
        }
    }

    @Test
    void requestAndAnswerPassUnchanged() throws Exception {
        HttpResponse<String> answer = send(post("/echo/a%20b?c=d%26e", "the body"));

        assertThat(answer.statusCode()).isEqualTo(418);
        assertThat(answer.headers().firstValue("Retry-After")).contains("7");
        assertThat(answer.body()).isEqualTo("POST /echo/a%20b?c=d%26e [secret] the body");
    }

    @Test
    void whoeverAsksByAForeignNameIsNotLetIn() throws Exception {
        try (Socket caller =
                new Socket(InetAddress.getLoopbackAddress(), balancer.address().getPort())) {
            caller.getOutputStream()
                    .write("GET / HTTP/1.1\r\nHost: evil.example\r\n\r\n".getBytes());

            byte[] start = caller.getInputStream().readNBytes(12);
            assertThat(new String(start)).isEqualTo("HTTP/1.1 403");
        }
    }

    private String body() throws Exception {
        return send(HttpRequest.newBuilder(balancer.address()).build()).body();
    }

    private HttpRequest post(String path, String body) {
        return HttpRequest.newBuilder(URI.create(balancer.address() + path))
                .header("X-Test", "secret")
                .POST(BodyPublishers.ofString(body))
                .build();
    }

    private HttpResponse<String> send(HttpRequest request) throws Exception {
        return http.send(request, BodyHandlers.ofString());
    }

    private static HttpServer instance(String name) throws IOException {
        return instance(name, 0);
    }

    private static HttpServer instance(String name, int port) throws IOException {
        HttpServer server =
                HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
        server.createContext("/", exchange -> answer(exchange, 200, name));
        server.createContext(
                "/echo",
                exchange -> {
                    exchange.getResponseHeaders().set("Retry-After", "7");
                    String said = new String(exchange.getRequestBody().readAllBytes());
                    answer(
                            exchange,
                            418,
                            "%s %s %s %s"
                                    .formatted(
                                            exchange.getRequestMethod(),
                                            exchange.getRequestURI(),
                                            exchange.getRequestHeaders().get("X-Test"),
                                            said));
                });
        server.start();
        return server;
    }

    private static void answer(HttpExchange exchange, int status, String body) throws IOException {
        try (exchange) {
            exchange.getRequestBody().readAllBytes();
            exchange.sendResponseHeaders(status, body.length());
            exchange.getResponseBody().write(body.getBytes());
        }
    }

    private static URI address(HttpServer server) {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }
}
