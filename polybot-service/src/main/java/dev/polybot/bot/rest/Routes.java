package dev.polybot.bot.rest;

import static org.springframework.http.HttpMethod.GET;
import static org.springframework.http.HttpMethod.HEAD;
import static org.springframework.http.HttpMethod.POST;
import static org.springframework.web.servlet.function.RequestPredicates.method;
import static org.springframework.web.servlet.function.RequestPredicates.methods;
import static org.springframework.web.servlet.function.RequestPredicates.path;

import org.springframework.web.servlet.function.HandlerFunction;
import org.springframework.web.servlet.function.RouterFunction;
import org.springframework.web.servlet.function.RouterFunctions;
import org.springframework.web.servlet.function.ServerResponse;

/** Which path leads where. A path that is there, asked in a way that it is not made for, says which ways there are. */
final class Routes {

    private final RouterFunctions.Builder routes = RouterFunctions.route();

    private Routes() {}

    static RouterFunction<ServerResponse> to(
            SubmitHandler submit,
            StatusHandler status,
            ImageHandler image,
            EventsHandler events,
            CompatHandler compat,
            PageHandler page,
            DocumentHandler document) {
        return new Routes()
                .both(Paths.PREDICTIONS, status::list, submit::submit)
                .get(Paths.PREDICTION, status::one)
                .get(Paths.IMAGE, image::image)
                .get(Paths.EVENTS, events::events)
                .get(Paths.CLASSES, status::classes)
                .get("/openapi.yaml", document::yaml)
                .get("/openapi.json", document::json)
                .get("/api", page::tryIt)
                .get("/favicon.ico", page::icon)
                .get("/page/settings.json", page::settings)
                .get("/page/samples/{name}", page::sample)
                .get("/page/{*file}", page::file)
                .both("/", page::home, compat::text)
                .post("/recognize_image", compat::json)
                .post("/recognize_image/", compat::json)
                .routes
                .build();
    }

    private Routes both(
            String path,
            HandlerFunction<ServerResponse> reading,
            HandlerFunction<ServerResponse> sending) {
        routes.route(path(path).and(methods(GET, HEAD)), reading);
        routes.route(path(path).and(method(POST)), sending);
        return only(path, "GET, HEAD, POST");
    }

    private Routes get(String path, HandlerFunction<ServerResponse> handler) {
        routes.route(path(path).and(methods(GET, HEAD)), handler);
        return only(path, "GET, HEAD");
    }

    private Routes post(String path, HandlerFunction<ServerResponse> handler) {
        routes.route(path(path).and(method(POST)), handler);
        return only(path, "POST");
    }

    private Routes only(String path, String methods) {
        routes.route(
                path(path),
                _ -> {
                    throw Problem.of(
                                    ProblemKind.METHOD_NOT_ALLOWED,
                                    "Here goes " + methods + " only.")
                            .with("Allow", methods)
                            .asException();
                });
        return this;
    }
}
