package dev.polybot.detector.model;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.io.IOException;
import java.io.InputStream;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpTimeoutException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Fetches model files from the web: within time limits that also hold for name lookup and a stalled server, with a line of
 * progress every two seconds, and into its place only when it is whole and its checksum right.
 */
final class ModelDownload {

    private static final Logger LOG = LoggerFactory.getLogger(ModelDownload.class);
    private static final long MAX_BYTES = 2L * 1024 * 1024 * 1024;
    private static final int OK = 200;

    private final DownloadTimeouts timeouts;
    private final boolean offline;
    private final DownloadListener listener;

    /**
     * @param offline whether every download is refused, at once
     */
    ModelDownload(DownloadTimeouts timeouts, boolean offline, DownloadListener listener) {
        this.timeouts = timeouts;
        this.offline = offline;
        this.listener = listener;
    }

    /** Fetches the file; the folders on the way to it are made. */
    void fetch(URI url, Path file, @Nullable Checksum wanted) throws DownloadFailedException {
        if (offline) {
            throw new DownloadFailedException("DETECTOR_OFFLINE forbids every download", null);
        }
        HttpClient client = client();
        // Neither is closed, for closing waits for what hangs.
        ExecutorService waiting = Executors.newVirtualThreadPerTaskExecutor();
        try {
            fetch(client, waiting, url, file, wanted);
        } catch (IOException e) {
            throw new DownloadFailedException(url.getHost() + ": " + reason(e), e);
        } finally {
            waiting.shutdownNow();
            client.shutdownNow();
        }
    }

    private void fetch(
            HttpClient client,
            ExecutorService waiting,
            URI url,
            Path file,
            @Nullable Checksum wanted)
            throws DownloadFailedException, IOException {
        String host = url.getHost();
        HttpResponse<InputStream> response =
                within(
                        timeouts.connect(),
                        waiting,
                        () -> client.send(request(url), BodyHandlers.ofInputStream()),
                        host + " did not answer");
        if (response.statusCode() != OK) {
            response.body().close();
            throw new DownloadFailedException(
                    host + " answered " + response.statusCode() + " for " + url.getPath(), null);
        }
        within(
                timeouts.total(),
                waiting,
                () -> save(response, file, wanted),
                host + " was too slow");
    }

    /** Connection errors of the JDK's client mostly come without a message. */
    private static String reason(IOException e) {
        return switch (e) {
            case ConnectException _ -> "no connection";
            case HttpTimeoutException _ -> "no connection in time";
            default -> e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
        };
    }

    /** Fetches a file that need not exist. */
    void fetchIfThere(URI url, Path file) {
        try {
            fetch(url, file, null);
        } catch (DownloadFailedException e) {
            LOG.debug("There is no {}", url.getPath(), e);
        }
    }

    private HttpClient client() {
        return HttpClient.newBuilder()
                .connectTimeout(timeouts.connect())
                .followRedirects(HttpClient.Redirect.NORMAL)
                .build();
    }

    private static HttpRequest request(URI url) {
        return HttpRequest.newBuilder(url).header("User-Agent", "polybot-detector").build();
    }

    private Path save(HttpResponse<InputStream> response, Path file, @Nullable Checksum wanted)
            throws IOException, DownloadFailedException {
        Files.createDirectories(file.toAbsolutePath().getParent());
        Path partial = Files.createTempFile(file.toAbsolutePath().getParent(), ".", ".part");
        try {
            long length = response.headers().firstValueAsLong("Content-Length").orElse(-1);
            try (InputStream in = response.body();
                    var out = Files.newOutputStream(partial)) {
                new DownloadProgress(listener, file.getFileName().toString(), length, MAX_BYTES)
                        .copy(in, out);
            }
            verify(partial, wanted);
            return Files.move(
                    partial,
                    file,
                    StandardCopyOption.ATOMIC_MOVE,
                    StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(partial);
        }
    }

    private static void verify(Path file, @Nullable Checksum wanted)
            throws IOException, DownloadFailedException {
        if (wanted == null) {
            return;
        }
        Checksum actual = Checksum.of(wanted.algorithm(), () -> Files.newInputStream(file));
        if (!actual.equals(wanted)) {
            throw new DownloadFailedException(
                    "what came has the "
                            + wanted.algorithm()
                            + " "
                            + actual.hex()
                            + ", wanted is "
                            + wanted.hex(),
                    null);
        }
    }

    private static <T> T within(
            Duration limit, ExecutorService waiting, Callable<T> step, String tooSlow)
            throws DownloadFailedException, IOException {
        Future<T> result = waiting.submit(step);
        try {
            return result.get(limit.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            result.cancel(true);
            throw new DownloadFailedException(tooSlow + " within " + limit.toSeconds() + " s", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new DownloadFailedException("interrupted", e);
        } catch (ExecutionException e) {
            switch (e.getCause()) {
                case DownloadFailedException failed -> throw failed;
                case IOException failed -> throw failed;
                case null, default -> throw new IOException(e);
            }
        }
    }
}
