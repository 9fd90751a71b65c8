package dev.polybot.bot.rest;

import jakarta.servlet.http.HttpServletRequest;

import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Protects a tier without keys from other sites' pages in its user's browser. A page elsewhere can make a browser ask for
 * any address on this machine, and by rebinding a name of its own to 127.0.0.1 even read the answer. Hence only loopback's
 * own names are heard, and only pages that came from here.
 */
final class SameOriginCheck {

    private static final Pattern LOOPBACK_HOST =
            Pattern.compile("(localhost|127(\\.\\d{1,3}){3}|\\[::1])(:\\d{1,5})?");

    private SameOriginCheck() {}

    static void check(HttpServletRequest request) {
        String host = request.getHeader("Host");
        if (host == null || !LOOPBACK_HOST.matcher(host.toLowerCase(Locale.ROOT)).matches()) {
            throw refusal("Ask by a name of this machine itself, such as http://127.0.0.1.");
        }
        String origin = request.getHeader("Origin");
        String site = request.getHeader("Sec-Fetch-Site");
        boolean foreignOrigin = origin != null && !origin.equalsIgnoreCase("http://" + host);
        boolean foreignSubresource =
                "cross-site".equals(site)
                        && !"navigate".equals(request.getHeader("Sec-Fetch-Mode"));
        if (foreignOrigin || foreignSubresource) {
            throw refusal("A page from elsewhere asked. Only the pages of this address may.");
        }
    }

    private static ProblemException refusal(String detail) {
        return ProblemException.of(ProblemKind.FOREIGN_PAGE, detail);
    }
}
