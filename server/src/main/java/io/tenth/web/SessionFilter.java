package io.tenth.web;

import io.tenth.identity.SessionCookie;
import io.tenth.identity.Sessions;
import io.tenth.shared.Actor;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.core.context.SecurityContextImpl;
import org.springframework.web.filter.OncePerRequestFilter;

/** Finds the session that a browser's cookie names. A cookie that names none is as good as no cookie. */
final class SessionFilter extends OncePerRequestFilter {

    private final Sessions sessions;

    SessionFilter(Sessions sessions) {
        this.sessions = sessions;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        SessionCookie.read(request)
                .flatMap(token -> sessions.accountOf(token, new Actor.Visitor(token.hash())))
                .ifPresent(account ->
                        SecurityContextHolder.setContext(new SecurityContextImpl(SignedIn.bySession(account))));
        chain.doFilter(request, response);
    }
}
