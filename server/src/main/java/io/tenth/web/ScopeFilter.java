package io.tenth.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;

/** Holds a personal token to its scopes. It stands behind the limits, so that what it refuses has counted. */
final class ScopeFilter extends OncePerRequestFilter {

    private final Answers answers;

    ScopeFilter(Answers answers) {
        this.answers = answers;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (SecurityContextHolder.getContext().getAuthentication() instanceof SignedIn signedIn) {
            var lacking = ScopeRules.lacking(signedIn.access(), request);
            if (lacking.isPresent()) {
                answers.writeError(response, HttpStatus.FORBIDDEN, lacking.get());
                return;
            }
        }
        chain.doFilter(request, response);
    }
}
