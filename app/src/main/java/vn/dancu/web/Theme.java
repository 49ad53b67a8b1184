package vn.dancu.web;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.List;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.web.servlet.HandlerInterceptor;

/** Light or dark as {@code ?theme=} chose it, kept in a cookie; without a choice as the system says. */
final class Theme implements HandlerInterceptor {
    private static final String NAME = "dancu-theme";
    private static final String AUTO = "auto";
    private static final List<String> KNOWN = List.of(AUTO, "light", "dark");

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        String asked = request.getParameter("theme");
        if (asked != null && KNOWN.contains(asked)) {
            request.setAttribute(NAME, asked);
            response.addHeader(
                    HttpHeaders.SET_COOKIE,
                    ResponseCookie.from(NAME, asked)
                            .path("/")
                            .httpOnly(true)
                            .sameSite("Strict")
                            .secure(request.isSecure())
                            .maxAge(Duration.ofDays(365))
                            .build()
                            .toString());
        }
        return true;
    }

    static String of(HttpServletRequest request) {
        if (request.getAttribute(NAME) instanceof String asked) {
            return asked;
        }
        Cookie[] cookies = request.getCookies();
        if (cookies != null) {
            for (Cookie cookie : cookies) {
                if (cookie.getName().equals(NAME) && KNOWN.contains(cookie.getValue())) {
                    return cookie.getValue();
                }
            }
        }
        return AUTO;
    }
}
