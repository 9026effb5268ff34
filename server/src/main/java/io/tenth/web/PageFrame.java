package io.tenth.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.servlet.HandlerInterceptor;

/**
 * Gives every page what its frame shows: who is signed in, which page this is, and whether only a part of it is asked for.
 */
final class PageFrame implements HandlerInterceptor {

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        describe(request);
        return true;
    }

    /** Sets the request's attributes that the templates read. */
    static void describe(HttpServletRequest request) {
        request.setAttribute("path", request.getRequestURI());
        request.setAttribute("partial", isPartial(request));
        if (SecurityContextHolder.getContext().getAuthentication() instanceof SignedIn signedIn) {
            request.setAttribute("account", signedIn.account());
        }
    }

    /** Whether a script of ours asks, for a part of the page that is shown already. */
    static boolean isPartial(HttpServletRequest request) {
        return request.getHeader("HX-Request") != null;
    }
}
