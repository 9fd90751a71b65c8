package dev.polybot.bot.rest;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.core.MethodParameter;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;

import java.util.Set;
import java.util.TreeSet;

/** Refuses query parameters that the operation does not define: what is not understood is never dropped silently. */
final class QueryParameterCheck implements HandlerInterceptor {

    private static final int SHOWN = 40;

    @Override
    public boolean preHandle(
            HttpServletRequest request, HttpServletResponse response, Object handler) {
        if (handler instanceof HandlerMethod method) {
            Set<String> known = known(method);
            for (String name : request.getParameterMap().keySet()) {
                if (!known.contains(name)) {
                    throw unknown(name, known);
                }
            }
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

    private static ProblemException unknown(String name, Set<String> known) {
        String shown = name.length() > SHOWN ? name.substring(0, SHOWN) + "..." : name;
        return ProblemException.of(
                ProblemKind.UNPROCESSABLE,
                "\""
                        + shown
                        + "\" is no parameter of this operation; "
                        + (known.isEmpty()
                                ? "it has none."
                                : "it has " + String.join(", ", known) + "."));
    }
}
