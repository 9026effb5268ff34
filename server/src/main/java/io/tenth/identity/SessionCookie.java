package io.tenth.identity;

import io.tenth.crypto.SecretToken;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import org.springframework.http.ResponseCookie;

/**
 * The cookie of a browser's session. Over HTTPS its name binds it to this host and to a secure connection; over plain HTTP,
 * which only a loopback address should serve, browsers refuse that name, and it has another.
 */
public final class SessionCookie {

    private static final String SECURE = "__Host-tenth";
    private static final String PLAIN = "tenth";

    private SessionCookie() {}

    /** The secret that a request brings. */
    public static Optional<SecretToken> read(HttpServletRequest request) {
        var name = name(request);
        return Optional.ofNullable(request.getCookies()).stream()
                .flatMap(Arrays::stream)
                .filter(cookie -> cookie.getName().equals(name))
                .map(Cookie::getValue)
                .map(SecretToken::new)
                .findFirst();
    }

    /** The header's value that gives the browser its secret. */
    public static String give(SecretToken token, HttpServletRequest request) {
        return cookie(token.value(), Sessions.LIFE, request);
    }

    /** The header's value that takes the secret away. */
    public static String take(HttpServletRequest request) {
        return cookie("", Duration.ZERO, request);
    }

    private static String cookie(String value, Duration life, HttpServletRequest request) {
        return ResponseCookie.from(name(request), value)
                .path("/")
                .maxAge(life)
                .httpOnly(true)
                .secure(request.isSecure())
                .sameSite("Strict")
                .build()
                .toString();
    }

    private static String name(HttpServletRequest request) {
        return request.isSecure() ? SECURE : PLAIN;
    }
}
