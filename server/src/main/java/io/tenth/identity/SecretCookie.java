package io.tenth.identity;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import org.springframework.http.ResponseCookie;

/**
 * A cookie that holds a secret. Over HTTPS its name binds it to this host and to a secure connection, so that no sibling of the
 * host can plant one; over plain HTTP, which only a loopback address should serve, browsers refuse that name, and it has another.
 */
public enum SecretCookie {
    /** The session of the pages. */
    SESSION("tenth"),
    /** Renews the access tokens of a script in a browser. */
    REFRESH("tenth-refresh"),
    /** Tells that this browser was let in before; see {@link KnownDevices}. */
    DEVICE("tenth-device");

    private static final String BOUND = "__Host-";

    private final String name;

    SecretCookie(String name) {
        this.name = name;
    }

    /** The secret that a request brings. */
    public Optional<String> read(HttpServletRequest request) {
        var expected = name(request);
        return Optional.ofNullable(request.getCookies()).stream()
                .flatMap(Arrays::stream)
                .filter(cookie -> cookie.getName().equals(expected))
                .map(Cookie::getValue)
                .findFirst();
    }

    /** The header's value that gives the browser its secret. */
    public String give(String secret, Duration life, HttpServletRequest request) {
        return ResponseCookie.from(name(request), secret)
                .path("/")
                .maxAge(life)
                .httpOnly(true)
                .secure(request.isSecure())
                .sameSite("Strict")
                .build()
                .toString();
    }

    /** The header's value that takes the secret away. */
    public String take(HttpServletRequest request) {
        return give("", Duration.ZERO, request);
    }

    private String name(HttpServletRequest request) {
        return request.isSecure() ? BOUND + name : name;
    }
}
