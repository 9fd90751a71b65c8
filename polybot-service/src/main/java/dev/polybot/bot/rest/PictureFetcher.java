package dev.polybot.bot.rest;

import okhttp3.ConnectionPool;
import okhttp3.Dns;
import okhttp3.HttpUrl;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Proxy;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;

import javax.net.ssl.SSLException;

/**
 * Downloads pictures from addresses that callers give: from hosts that the operator has named, only from public addresses
 * and only on the default ports of HTTP and HTTPS. Each step of a redirection is checked as the first one is.
 */
final class PictureFetcher {

    private static final int MOST_STEPS = 5;
    private static final String ANY = "*";

    private final List<String> hosts;
    private final Predicate<HttpUrl> ports;
    private final OkHttpClient client;

    /**
     * @param hosts names, {@code *.name} for all below a name, {@code *} for all; none for fetching nothing
     */
    PictureFetcher(List<String> hosts) {
        this(
                hosts,
                PublicAddress::is,
                url -> url.port() == HttpUrl.defaultPort(url.scheme()),
                Dns.SYSTEM);
    }

    PictureFetcher(
            List<String> hosts,
            Predicate<InetAddress> addresses,
            Predicate<HttpUrl> ports,
            Dns dns) {
        this.hosts = hosts.stream().map(host -> host.strip().toLowerCase(Locale.ROOT)).toList();
        this.ports = ports;
        this.client =
                new OkHttpClient.Builder()
                        .socketFactory(new AddressCheckingSocketFactory(addresses))
                        .dns(dns)
                        .proxy(Proxy.NO_PROXY)
                        .connectionPool(new ConnectionPool(0, 1, TimeUnit.SECONDS))
                        .followRedirects(false)
                        .connectTimeout(Duration.ofSeconds(5))
                        .readTimeout(Duration.ofSeconds(10))
                        .callTimeout(Duration.ofSeconds(60))
                        .build();
    }

    /** What is there; whoever gets it reads no more of it than they want, and closes it. */
    Response open(String address) {
        if (hosts.isEmpty()) {
            throw refused("Pictures are not fetched by address here. Send the picture itself.");
        }
        @Nullable HttpUrl url = HttpUrl.parse(address);
        for (int step = 0; step <= MOST_STEPS; step++) {
            HttpUrl there = checked(url);
            Response response = get(there);
            if (!response.isRedirect()) {
                return picture(response);
            }
            String location = response.header("Location");
            response.close();
            url = location == null ? null : there.resolve(location);
        }
        throw refused("That address leads from one to another more than " + MOST_STEPS + " times.");
    }

    private HttpUrl checked(@Nullable HttpUrl url) {
        if (url == null || !url.username().isEmpty() || !url.password().isEmpty()) {
            throw refused("That is no address of the form https://host/picture.jpg.");
        }
        if (!ports.test(url)) {
            throw refused("Pictures are fetched by the web's own ports alone, 443 and 80.");
        }
        if (hosts.stream().noneMatch(host -> matches(host, url.host()))) {
            throw refused("Pictures are not fetched from there; the operator says from where.");
        }
        return url;
    }

    private static boolean matches(String allowed, String host) {
        return allowed.equals(ANY)
                || allowed.equals(host)
                || (allowed.startsWith("*.") && host.endsWith(allowed.substring(1)));
    }

    private Response get(HttpUrl url) {
        Request request =
                new Request.Builder()
                        .url(url)
                        .header("User-Agent", "Polybot")
                        .header("Accept", "image/*")
                        .header("Accept-Encoding", "identity")
                        .build();
        try {
            return client.newCall(request).execute();
        } catch (IOException e) {
            throw refused(inWords(e));
        }
    }

    private static Response picture(Response response) {
        if (response.isSuccessful()) {
            return response;
        }
        response.close();
        throw refused("The host answered " + response.code() + " and sent no picture.");
    }

    private static String inWords(IOException e) {
        return switch (e) {
            case AddressCheckingSocketFactory.ForbiddenAddressException _ ->
                    "That host has no address of the public internet.";
            case UnknownHostException _ -> "There is no host of that name.";
            case SSLException _ -> "The host cannot prove that it is the one.";
            default -> "The host did not answer.";
        };
    }

    private static ProblemException refused(String detail) {
        return ProblemException.of(ProblemKind.UNPROCESSABLE, detail);
    }
}
