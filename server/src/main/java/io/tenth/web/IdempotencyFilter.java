package io.tenth.web;

import io.tenth.request.Claim;
import io.tenth.request.IdempotencyKeys;
import io.tenth.request.KeptAnswer;
import io.tenth.shared.Actor;
import io.tenth.store.ChangeMark;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.transaction.TransactionException;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.util.ContentCachingResponseWrapper;

/**
 * Carries out once what a program sends again under one Idempotency-Key, and answers each time as the first time. It stands behind
 * every check of who may ask, so that a kept answer tells nobody more than a new one would.
 */
final class IdempotencyFilter extends OncePerRequestFilter {

    static final String HEADER = "Idempotency-Key";
    static final String REPLAYED = "Idempotent-Replayed";

    private static final Logger LOG = LoggerFactory.getLogger(IdempotencyFilter.class);
    private static final Set<String> CHANGES = Set.of("POST", "PUT", "PATCH", "DELETE");
    private static final Pattern KEY = Pattern.compile("[!-~]{1,255}");
    private static final int MOST_KEPT = 1 << 20;

    /** They take or give secrets: what they answer is not kept. Of what they are sent a keyed hash is, as of all. */
    private static final Pattern SECRET = Pattern.compile("/api/auth/.*|/api/.*/(tokens|password|password-resets?)");

    private final IdempotencyKeys keys;
    private final Answers answers;

    IdempotencyFilter(IdempotencyKeys keys, Answers answers) {
        this.keys = keys;
        this.answers = answers;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return request.getHeader(HEADER) == null || !CHANGES.contains(request.getMethod());
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (!(SecurityContextHolder.getContext().getAuthentication() instanceof SignedIn signedIn)) {
            chain.doFilter(request, response);
            return;
        }
        var sent = Collections.list(request.getHeaders(HEADER));
        if (sent.size() != 1 || !KEY.matcher(sent.getFirst()).matches()) {
            answers.writeError(
                    response, HttpStatus.BAD_REQUEST, HEADER + " is one key of 1 to 255 visible ASCII characters.");
        } else if (BodyLimit.isFile(request)) {
            answers.writeError(
                    response,
                    HttpStatus.BAD_REQUEST,
                    "A file of mail takes no " + HEADER + ": a message counts once, however often it is sent.");
        } else {
            once(sent.getFirst(), new Exchange(request, response, chain), signedIn.person());
        }
    }

    private record Exchange(HttpServletRequest request, HttpServletResponse response, FilterChain chain) {

        boolean isSecret() {
            return SECRET.matcher(AskedPath.of(request)).matches();
        }
    }

    private void once(String key, Exchange exchange, Actor.Person person) throws ServletException, IOException {
        var response = exchange.response();
        try {
            var request = BodyInMemory.of(exchange.request());
            switch (keys.claim(key, request.fingerprint(), person)) {
                case Claim.Held held -> carryOut(held, new Exchange(request, response, exchange.chain()), person);
                case Claim.Answered kept -> replay(kept.answer(), response);
                case Claim.InFlight running -> {
                    response.setHeader(HttpHeaders.RETRY_AFTER, "1");
                    refuse(response, HttpStatus.CONFLICT, "A request with this key is being carried out.");
                }
                case Claim.AnswerLost lost ->
                    refuse(
                            response,
                            HttpStatus.CONFLICT,
                            "The request with this key was carried out; its answer is not there any more. Read what it changed.");
                case Claim.OtherRequest other ->
                    refuse(
                            response,
                            HttpStatus.UNPROCESSABLE_CONTENT,
                            "This key came with another request before. Take a new key for a new request.");
            }
        } catch (BodyLimit.TooLong tooLong) {
            refuse(response, HttpStatus.CONTENT_TOO_LARGE, Answers.TOO_LARGE);
        }
    }

    private void carryOut(Claim.Held held, Exchange exchange, Actor.Person person)
            throws ServletException, IOException {
        var answer = new ContentCachingResponseWrapper(exchange.response());
        var served = false;
        try {
            serve(held, new Exchange(exchange.request(), answer, exchange.chain()));
            served = true;
        } finally {
            settle(held, served && !exchange.isSecret() ? answer : null, person);
        }
        answer.copyBodyToResponse();
    }

    /** Everything that the request changes on its way is marked with its key, in the same transaction. */
    private void serve(Claim.Held held, Exchange exchange) throws ServletException, IOException {
        try {
            ChangeMark.beside(
                    () -> {
                        exchange.chain().doFilter(exchange.request(), exchange.response());
                        return null;
                    },
                    actor -> keys.mark(held, actor));
        } catch (ServletException | IOException | RuntimeException thrown) {
            throw thrown;
        } catch (Exception other) {
            // A Callable declares any exception; the chain throws none but those above.
            throw new ServletException(other);
        }
    }

    /** What fails here is only the memory of an answer: the change stands, is marked, and is answered. */
    private void settle(Claim.Held held, @Nullable ContentCachingResponseWrapper answer, Actor.Person person) {
        try {
            if (answer != null && isToBeKept(answer)) {
                keys.keep(held, kept(answer), person);
            } else {
                keys.release(held, person);
            }
        } catch (DataAccessException | TransactionException away) {
            LOG.warn("an answer could not be kept: {}", away.getClass().getName());
        }
    }

    /** A failure of ours, and a refusal that the same request need not meet again, are not the answer to it. */
    private static boolean isToBeKept(ContentCachingResponseWrapper answer) {
        var status = HttpStatus.valueOf(answer.getStatus());
        return !status.is5xxServerError()
                && status != HttpStatus.UNAUTHORIZED
                && status != HttpStatus.TOO_MANY_REQUESTS
                && answer.getContentSize() <= MOST_KEPT;
    }

    private static KeptAnswer kept(ContentCachingResponseWrapper answer) {
        return new KeptAnswer(
                answer.getStatus(),
                answer.getContentType(),
                answer.getHeader(HttpHeaders.LOCATION),
                answer.getHeader(HttpHeaders.ETAG),
                new String(answer.getContentAsByteArray(), StandardCharsets.UTF_8));
    }

    private static void replay(KeptAnswer kept, HttpServletResponse response) throws IOException {
        response.setStatus(kept.status());
        response.setHeader(REPLAYED, "true");
        setIfAny(response, HttpHeaders.CONTENT_TYPE, kept.contentType());
        setIfAny(response, HttpHeaders.LOCATION, kept.location());
        setIfAny(response, HttpHeaders.ETAG, kept.etag());
        response.getOutputStream().write(kept.body().getBytes(StandardCharsets.UTF_8));
    }

    private static void setIfAny(HttpServletResponse response, String name, @Nullable String value) {
        if (value != null) {
            response.setHeader(name, value);
        }
    }

    private void refuse(HttpServletResponse response, HttpStatus status, String message) throws IOException {
        answers.writeError(response, status, message);
    }
}
