package dev.polybot.load.observe;

import dev.polybot.load.http.Http;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.util.List;
import java.util.function.Supplier;

/** Counts the detectors that say that they are ready. Where one says nothing in time, the count is not known. */
public final class Detectors implements Supplier<Integer>, AutoCloseable {

    private static final Duration LIMIT = Duration.ofSeconds(2);

    private final List<URI> addresses;
    private final HttpClient http = Http.client();

    public Detectors(List<URI> addresses) {
        this.addresses = List.copyOf(addresses);
    }

    @Override
    public Integer get() {
        return (int) addresses.parallelStream().filter(this::isReady).count();
    }

    private boolean isReady(URI detector) {
        HttpRequest request =
                HttpRequest.newBuilder(detector.resolve("/readyz")).timeout(LIMIT).build();
        try {
            return http.send(request, BodyHandlers.discarding()).statusCode() == 200;
        } catch (HttpTimeoutException e) {
            throw new UncheckedIOException(e);
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    @Override
    public void close() {
        http.shutdownNow();
    }
}
