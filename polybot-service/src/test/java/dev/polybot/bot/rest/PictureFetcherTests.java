package dev.polybot.bot.rest;

import static org.assertj.core.api.Assertions.assertThat;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpServer;

import dev.polybot.bot.testing.Jpegs;

import okhttp3.Dns;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;

/** Pictures by their addresses. The web of these tests is a server on loopback, and only there may it be taken for public. */
class PictureFetcherTests {

    private static final byte[] PICTURE = Jpegs.of(64, 48);
    private static final String JSON = "application/json";

    private final List<String> asked = new CopyOnWriteArrayList<>();
    private HttpServer web;
    private @Nullable TestTier tier;

    @BeforeEach
    void start() throws IOException {
        web = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        web.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        serve("/dog.jpg", 200, null, PICTURE);
        serve("/page.html", 200, null, "<html>".getBytes(UTF_8));
        serve("/huge.jpg", 200, null, new byte[3 * 1024 * 1024]);
        serve("/empty.jpg", 200, null, new byte[0]);
        serve("/gone.jpg", 404, null, PICTURE);
        serve("/moved.jpg", 302, "/dog.jpg", new byte[0]);
        serve("/round.jpg", 302, "/round.jpg", new byte[0]);
        serve("/to-cloud.jpg", 302, "http://169.254.169.254/latest/meta-data/", new byte[0]);
        serve("/to-loopback.jpg", 302, "http://[::1]/secret.jpg", new byte[0]);
        serve("/to-file.jpg", 302, "file:///etc/passwd", new byte[0]);
        serve("/nowhere.jpg", 302, null, new byte[0]);
        web.start();
    }

    @AfterEach
    void stop() {
        web.stop(0);
        if (tier != null) {
            tier.close();
        }
    }

    @Test
    void aPictureIsFetchedFromItsAddressAndHasItsNameThere() throws Exception {
        open("*");

        Call.Answer answer = submit(at("/moved.jpg?x=1"));

        assertThat(answer.status()).isEqualTo(202);
        assertThat(answer.json().path("name").asString()).isEqualTo("dog.jpg");
        assertThat(tier().objects.values()).singleElement().isEqualTo(PICTURE);
    }

    @Test
    void whereTheOperatorSaysNothingNothingIsFetched() throws Exception {
        tier = TestTier.open();

        refused(at("/dog.jpg"), "not fetched by address here");
        assertThat(asked).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"example.org", "*.example.org", "ocalhost"})
    void otherHostsThanTheOperatorsAreNotAsked(String allowed) throws Exception {
        open(allowed);

        refused(at("/dog.jpg"), "the operator says from where");
        assertThat(asked).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://127.0.0.1/a.jpg",
                "http://127.1/a.jpg",
                "http://2130706433/a.jpg",
                "http://0x7f.0.0.1/a.jpg",
                "http://[::1]/a.jpg",
                "http://[::ffff:127.0.0.1]/a.jpg",
                "http://[::127.0.0.1]/a.jpg",
                "http://[64:ff9b::7f00:1]/a.jpg",
                "http://[2002:7f00:1::]/a.jpg",
                "http://[fd00:ec2::254]/latest/meta-data/",
                "http://[fe80::1]/a.jpg",
                "http://169.254.169.254/latest/meta-data/",
                "http://10.0.0.1/a.jpg",
                "http://172.16.0.1/a.jpg",
                "http://192.168.1.1/a.jpg",
                "http://100.64.0.1/a.jpg",
                "http://0.0.0.0/a.jpg",
                "http://255.255.255.255/a.jpg",
                "http://localhost/a.jpg",
                "https://localhost/a.jpg",
            })
    void noAddressOfThisMachineOrItsNetworkIsConnectedTo(String address) throws Exception {
        tier =
                new TestTier(
                        TestTier.settings(true, "", TestTier.limits()),
                        Clock.systemUTC(),
                        new PictureFetcher(List.of("*")));

        Call.Answer answer = submit(address);

        SubmittingTests.assertProblem(answer, 422);
        assertThat(answer.text())
                .containsAnyOf("no address of the public internet", "no host of that name");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/to-cloud.jpg",
                "/to-loopback.jpg",
                "/to-file.jpg",
                "/nowhere.jpg",
                "/round.jpg"
            })
    void aRedirectionLeadsNowhereElseEither(String path) throws Exception {
        open("*");

        SubmittingTests.assertProblem(submit(at(path)), 422);
        assertThat(tier().objects).isEmpty();
    }

    @Test
    void aNameThatLeadsIntoTheNetworkIsLookedAtWhenItIsConnectedTo() throws Exception {
        tier =
                new TestTier(
                        TestTier.settings(true, "", TestTier.limits()),
                        Clock.systemUTC(),
                        new PictureFetcher(
                                List.of("*"),
                                PublicAddress::is,
                                _ -> true,
                                _ -> List.of(InetAddress.getLoopbackAddress())));

        refused(
                "http://pictures.example.org:" + web.getAddress().getPort() + "/dog.jpg",
                "no address of the public internet");
        assertThat(asked).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "dog.jpg",
                "/dog.jpg",
                "file:///etc/passwd",
                "ftp://example.org/a.jpg",
                "http://",
                "http://a:b@127.0.0.1/a.jpg",
                "gopher://127.0.0.1/",
                "javascript:alert(1)"
            })
    void whatIsNoAddressOfTheWebIsToldSo(String address) throws Exception {
        open("*");

        refused(address, "no address of the form");
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://example.org:22/a.jpg", "https://example.org:80/a.jpg"})
    void otherPortsThanTheWebsAreNotTried(String address) throws Exception {
        tier =
                new TestTier(
                        TestTier.settings(true, "", TestTier.limits()),
                        Clock.systemUTC(),
                        new PictureFetcher(List.of("*")));

        refused(address, "ports alone");
    }

    @Test
    void whatIsThereIsJudgedAsIfItHadBeenSent() throws Exception {
        open("*");

        SubmittingTests.assertProblem(submit(at("/huge.jpg")), 413);
        SubmittingTests.assertProblem(submit(at("/page.html")), 415);
        SubmittingTests.assertProblem(submit(at("/empty.jpg")), 422);
        refused(at("/gone.jpg"), "answered 404");
        assertThat(tier().objects).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "[]",
                "{}",
                "null",
                "{\"url\":1}",
                "{\"url\":\"http://x\",\"also\":1}",
                "{\"url\"",
                "\"http://x\""
            })
    void anythingElseInJsonIsNotUnderstood(String body) throws Exception {
        open("*");

        SubmittingTests.assertProblem(post(body), 400);
    }

    @Test
    void aLongJsonBodyIsNotReadToItsEnd() throws Exception {
        open("*");

        SubmittingTests.assertProblem(post("{\"url\":\"" + "a".repeat(100_000) + "\"}"), 400);
    }

    private void open(String hosts) {
        tier =
                new TestTier(
                        TestTier.settings(true, "", TestTier.limits()),
                        Clock.systemUTC(),
                        new PictureFetcher(
                                List.of(hosts),
                                address ->
                                        PublicAddress.is(address)
                                                || address.equals(InetAddress.getLoopbackAddress()),
                                _ -> true,
                                Dns.SYSTEM));
    }

    private TestTier tier() {
        return Objects.requireNonNull(tier);
    }

    private String at(String path) {
        return "http://127.0.0.1:" + web.getAddress().getPort() + path;
    }

    private Call.Answer submit(String address) throws Exception {
        return post("{\"url\":\"" + address + "\"}");
    }

    private Call.Answer post(String body) throws Exception {
        return Call.post(
                tier().url("/api/v1/predictions"), body.getBytes(UTF_8), "Content-Type", JSON);
    }

    private void refused(String address, String why) throws Exception {
        Call.Answer answer = submit(address);
        SubmittingTests.assertProblem(answer, 422);
        assertThat(answer.text()).contains(why);
    }

    private void serve(String path, int status, @Nullable String location, byte[] body) {
        web.createContext(
                path,
                exchange -> {
                    asked.add(path);
                    if (location != null) {
                        exchange.getResponseHeaders().add("Location", location);
                    }
                    exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
                    exchange.getResponseBody().write(body);
                    exchange.close();
                });
    }
}
