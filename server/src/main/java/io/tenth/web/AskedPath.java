package io.tenth.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Objects;

/**
 * The path that a request asks for, as it is when a controller is found for it: percent signs read, parameters cut off. A rule
 * that looked at the path as it was sent would miss {@code /%61pi}, which leads to the same place as {@code /api}.
 */
final class AskedPath {

    private AskedPath() {}

    static String of(HttpServletRequest request) {
        return request.getServletPath() + Objects.requireNonNullElse(request.getPathInfo(), "");
    }
}
