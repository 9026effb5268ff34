package io.tenth.web;

import io.tenth.identity.Admission;
import io.tenth.identity.SecretCookie;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.web.filter.OncePerRequestFilter;

/** Finds the session that a browser's cookie names. A cookie that names none is as good as no cookie. */
final class SessionFilter extends OncePerRequestFilter {

    private final Admission admission;

    SessionFilter(Admission admission) {
        this.admission = admission;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        SecretCookie.SESSION.read(request).flatMap(admission::byCookie).ifPresent(SignedIn::letIn);
        chain.doFilter(request, response);
    }
}
