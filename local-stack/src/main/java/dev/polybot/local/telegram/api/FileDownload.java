package dev.polybot.local.telegram.api;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;

import dev.polybot.local.telegram.http.Answers;
import dev.polybot.local.telegram.state.StoredFile;
import dev.polybot.local.telegram.state.StoredFiles;

import java.io.IOException;
import java.util.Optional;

/** Answers {@code /file/bot<token>/<file_path>}. */
public final class FileDownload implements HttpHandler {

    private final String prefix;
    private final StoredFiles files;

    public FileDownload(BotIdentity bot, StoredFiles files) {
        this.prefix = "/file/bot" + bot.token() + '/';
        this.files = files;
    }

    @Override
    public void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            String path = exchange.getRequestURI().getPath();
            Optional<StoredFile> file =
                    path.startsWith(prefix)
                            ? files.byPath(path.substring(prefix.length()))
                            : Optional.empty();
            if (file.isPresent()) {
                Answers.file(exchange, "application/octet-stream", files.content(file.get()));
            } else {
                Answers.json(exchange, 404, Answers.error(404, "Not Found"));
            }
        }
    }
}
