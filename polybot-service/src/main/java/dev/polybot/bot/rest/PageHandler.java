package dev.polybot.bot.rest;

import org.springframework.http.MediaType;
import org.springframework.web.servlet.function.ServerRequest;
import org.springframework.web.servlet.function.ServerResponse;

import java.io.IOException;
import java.util.Map;
import java.util.Optional;

/** Answers a browser that opens the page, and the page itself where it needs no key. */
public final class PageHandler {

    private static final String FOR_EVER = "public, max-age=31536000, immutable";
    private static final String ASK_AGAIN = "no-cache";

    private final PageFiles files = PageFiles.read();
    private final RestSettings settings;
    private final Samples samples;

    public PageHandler(RestSettings settings) {
        this.settings = settings;
        this.samples = new Samples(settings.samples());
    }

    /** The page. */
    public ServerResponse home(ServerRequest request) throws IOException {
        return file(request, "index.html", ASK_AGAIN);
    }

    /** The page to try the API. */
    public ServerResponse tryIt(ServerRequest request) throws IOException {
        return file(request, "try-it.html", ASK_AGAIN);
    }

    /** What browsers ask for by themselves. */
    public ServerResponse icon(ServerRequest request) throws IOException {
        return file(request, "icon.svg", ASK_AGAIN);
    }

    /** A file of the present version, or the present version of a file that was asked for without one or of another. */
    public ServerResponse file(ServerRequest request) throws IOException {
        String path = request.pathVariable("file").replaceFirst("^/", "");
        String present = files.version() + '/';
        return path.startsWith(present)
                ? file(request, path.substring(present.length()), FOR_EVER)
                : file(request, path.replaceFirst("^[0-9a-f]{12}/", ""), ASK_AGAIN);
    }

    /** What the page has to know before its first picture. */
    public ServerResponse settings(ServerRequest request) throws IOException {
        return ServerResponse.ok()
                .contentType(MediaType.APPLICATION_JSON)
                .header("Cache-Control", ASK_AGAIN)
                .body(
                        Map.of(
                                "maxPictureBytes", settings.limits().picture().toBytes(),
                                "keyNeeded", !settings.open(),
                                "samples", samples.names()));
    }

    /** A picture to try it with. */
    public ServerResponse sample(ServerRequest request) throws IOException {
        String name = request.pathVariable("name");
        byte[] picture = samples.read(name);
        String type = Samples.type(name);
        if (picture == null || type == null) {
            throw notFound();
        }
        return ServerResponse.ok()
                .header("Content-Type", type)
                .header("Cache-Control", "private, max-age=3600")
                .body(picture);
    }

    private ServerResponse file(ServerRequest request, String name, String caching)
            throws IOException {
        PageFile file = files.find(name);
        if (file == null) {
            throw notFound();
        }
        Optional<ServerResponse> unchanged = request.checkNotModified(file.tag());
        if (unchanged.isPresent()) {
            return unchanged.get();
        }
        boolean gzip = PageFile.takesGzip(request.headers().firstHeader("Accept-Encoding"));
        ServerResponse.BodyBuilder answer =
                ServerResponse.ok()
                        .header("Content-Type", file.type())
                        .header("Cache-Control", caching)
                        .header("ETag", file.tag())
                        .header("Vary", "Accept-Encoding");
        if (gzip) {
            answer.header("Content-Encoding", "gzip");
        }
        return answer.body(file.bytes(gzip));
    }

    private static ProblemException notFound() {
        return Problem.of(ProblemKind.NOT_FOUND, "There is no such page.").asException();
    }
}
