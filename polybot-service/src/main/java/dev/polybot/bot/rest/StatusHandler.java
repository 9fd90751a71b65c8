package dev.polybot.bot.rest;

import dev.polybot.model.detection.CocoClasses;

import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.web.servlet.function.ServerRequest;
import org.springframework.web.servlet.function.ServerResponse;

import java.util.LinkedHashMap;
import java.util.Map;

/** Tells of pictures: of one, of the caller's latest, and of what can be found in them. */
final class StatusHandler {

    private static final int DEFAULT_LIMIT = 20;
    private static final int MAX_LIMIT = 100;

    private final PictureRecords records;

    StatusHandler(PictureRecords records) {
        this.records = records;
    }

    ServerResponse one(ServerRequest request) {
        String owner = Caller.of(request.servletRequest()).chatId();
        return json(PredictionView.of(records.find(owner, request.pathVariable("id"))));
    }

    ServerResponse list(ServerRequest request) {
        String owner = Caller.of(request.servletRequest()).chatId();
        PagePosition after =
                Query.of(request).get("cursor").map(StatusHandler::position).orElse(null);
        int limit = Query.of(request).get("limit").map(StatusHandler::limit).orElse(DEFAULT_LIMIT);
        EndedPredictions.Page page = records.list(owner, after, limit);
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("predictions", page.predictions().stream().map(PredictionView::of).toList());
        PagePosition last = page.last();
        if (last != null) {
            body.put("cursor", last.cursor());
        }
        return json(body);
    }

    ServerResponse classes(ServerRequest request) {
        return json(Map.of("classes", CocoClasses.NAMES));
    }

    private static ServerResponse json(Object body) {
        return ServerResponse.ok()
                .contentType(MediaType.APPLICATION_JSON)
                .header("Cache-Control", "no-store")
                .body(body);
    }

    private static PagePosition position(String cursor) {
        try {
            return PagePosition.of(cursor);
        } catch (IllegalArgumentException e) {
            throw unprocessable("\"cursor\" is what the page before gave, or absent.");
        }
    }

    private static Integer limit(String text) {
        @Nullable Integer limit = text.matches("\\d{1,4}") ? Integer.valueOf(text) : null;
        if (limit == null || limit < 1 || limit > MAX_LIMIT) {
            throw unprocessable("\"limit\" is 1 to " + MAX_LIMIT + ".");
        }
        return limit;
    }

    private static RuntimeException unprocessable(String detail) {
        return Problem.of(ProblemKind.UNPROCESSABLE, detail).asException();
    }
}
