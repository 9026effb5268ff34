package io.tenth.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.QueryTimeoutException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Asks for patience where a filter finds no connection to the database, such as the one that looks for who asks. {@link Errors}
 * does so for what is found behind the filters.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 1)
final class DatabaseAway extends OncePerRequestFilter {

    static final String SENTENCE = "The database does not answer. Try again in a moment.";

    /** For how long a request waited for a connection before it gave up, about. */
    static final String RETRY_SECONDS = "5";

    private static final Logger LOG = LoggerFactory.getLogger(DatabaseAway.class);

    private final Answers answers;

    DatabaseAway(Answers answers) {
        this.answers = answers;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        try {
            chain.doFilter(request, response);
        } catch (CannotCreateTransactionException
                | DataAccessResourceFailureException
                | QueryTimeoutException failure) {
            if (response.isCommitted()) {
                throw failure;
            }
            LOG.warn("the database did not answer: {}", failure.getClass().getName());
            refuse(request, response);
        }
    }

    private void refuse(HttpServletRequest request, HttpServletResponse response) throws IOException {
        response.setHeader(HttpHeaders.RETRY_AFTER, RETRY_SECONDS);
        if (Answers.isApi(request)) {
            answers.writeError(response, HttpStatus.SERVICE_UNAVAILABLE, SENTENCE);
        } else {
            response.sendError(HttpStatus.SERVICE_UNAVAILABLE.value());
        }
    }
}
