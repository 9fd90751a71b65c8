package dev.polybot.bot.rest;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.core.MethodParameter;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.ModelAndView;

import java.util.Set;
import java.util.TreeSet;

/**
 * Refuses query parameters that the operation does not define: what is not understood is never dropped silently. A page's
 * address may have any, as links get them on their way.
 */
final class QueryParameterCheck implements HandlerInterceptor {

    /** Lists may be given one by one: Spring joins them by commas. */
    private static final Set<String> LISTS = Set.of("classes");

    @Override
    public boolean preHandle(
            HttpServletRequest request, HttpServletResponse response, Object handler) {
        if (handler instanceof HandlerMethod method
                && method.getReturnType().getParameterType() != ModelAndView.class) {
            Set<String> known = known(method);
            request.getParameterMap()
                    .forEach(
                            (name, values) -> {
                                if (!known.contains(name)) {
                                    throw unknown(name, known);
                                }
                                if (values.length > 1 && !LISTS.contains(name)) {
                                    throw repeated(name);
                                }
                            });
        }
        return true;
    }

    private static Set<String> known(HandlerMethod method) {
        Set<String> names = new TreeSet<>();
        for (MethodParameter parameter : method.getMethodParameters()) {
            String name = parameter.getParameter().getName();
            if (parameter.hasParameterAnnotation(RequestParam.class)) {
                names.add(name);
            }
        }
        return names;
    }

    /** Of two values one would be dropped. */
    private static ProblemException repeated(String name) {
        return ProblemException.of(
                ProblemKind.UNPROCESSABLE,
                ProblemException.quoted(name) + " is given twice or more. Give it once.");
    }

    private static ProblemException unknown(String name, Set<String> known) {
        return ProblemException.of(
                ProblemKind.UNPROCESSABLE,
                ProblemException.quoted(name)
                        + " is no parameter of this operation; "
                        + (known.isEmpty()
                                ? "it has none."
                                : "it has " + String.join(", ", known) + "."));
    }
}
